//! Words that authors use where the language has another one: 如果 for 若, `else` for `otherwise`.
//!
//! They are no keywords; a message names the keyword. Which word a place can have is known where it is read.

/// A word or some words, and the spelling of the keyword that is meant.
type Synonym = (&'static str, &'static str);

const DECLARATIONS: &[Synonym] = &[
    ("政策", "制度"),
    ("办法", "制度"),
    ("规定", "制度"),
    ("条例", "制度"),
    ("regulation", "policy"),
    ("级别", "等级"),
    ("档次", "等级"),
    ("level", "scale"),
    ("levels", "scale"),
    ("ladder", "scale"),
    ("类型", "枚举"),
    ("种类", "枚举"),
    ("选项", "枚举"),
    ("choice", "enum"),
    ("options", "enum"),
    ("部门", "机构"),
    ("单位", "机构"),
    ("组织", "机构"),
    ("office", "body"),
    ("organisation", "body"),
    ("organization", "body"),
    ("职务", "角色"),
    ("身份", "角色"),
    ("情况", "事实"),
    ("变量", "事实"),
    ("字段", "事实"),
    ("input", "fact"),
    ("variable", "fact"),
    ("判断", "研判"),
    ("认定", "研判"),
    ("令", "定义"),
    ("let", "define"),
    ("假设", "假定"),
    ("结论", "结果"),
    ("输出", "结果"),
    ("output", "outcome"),
    ("result", "outcome"),
    ("常量", "参数"),
    ("const", "param"),
    ("constant", "param"),
    ("结构", "记录"),
    ("struct", "record"),
    ("导入", "引用文件"),
    ("引入", "引用文件"),
    ("import", "use"),
    ("include", "use"),
    ("用例", "测试"),
    ("案例", "测试"),
    ("例", "测试"),
    ("case", "test"),
    ("example", "test"),
    ("section", "article"),
    ("clause", "article"),
];

const STATEMENTS: &[Synonym] = &[
    ("如果", "若"),
    ("假如", "若"),
    ("如", "若"),
    ("凡", "若"),
    ("那么", "则"),
    ("就", "则"),
    ("else", "otherwise"),
    ("其他", "否则"),
    ("其它", "否则"),
    ("不然", "否则"),
    ("可以", "可"),
    ("can", "may"),
    ("豁免", "免除"),
    ("免责", "免除"),
    ("excuse", "exempt"),
    ("优先于", "覆盖"),
    ("推翻", "覆盖"),
    ("instead of", "overriding"),
    ("保证", "确保"),
    ("invariant", "ensure"),
    ("义务", "职责"),
    ("obligation", "duty"),
    ("prohibit", "forbid"),
    ("流程", "程序"),
    ("process", "procedure"),
    ("环节", "步骤"),
    ("前提", "给定"),
    ("已知", "给定"),
    ("设", "给定"),
    ("assuming", "given"),
    ("预期", "应为"),
    ("期望", "应为"),
    ("断言", "应为"),
    ("assert", "expect"),
    ("should", "expect"),
    ("忽略", "容许"),
    ("ignore", "allow"),
];

const INSIDE: &[Synonym] = &[
    ("并且", "且"),
    ("而且", "且"),
    ("和", "且"),
    ("与", "且"),
    ("及", "且"),
    ("以及", "且"),
    ("或者", "或"),
    ("不是", "非"),
    ("没有", "非"),
    ("不", "非"),
    ("未", "非"),
    ("属于", "∈"),
    ("生效", "施行"),
    ("起", "自"),
    ("截止", "至"),
    ("到", "至"),
    ("取最重", "取重"),
    ("择一重", "取重"),
    ("择重", "取重"),
    ("合并 最重", "取重"),
    ("combine max", "combine heaviest"),
    ("并集", "取并"),
    ("combine all", "combine union"),
    ("交集", "取交"),
    ("combine common", "combine intersect"),
    ("并罚", "并处"),
    ("求和", "相加"),
    ("累加", "相加"),
    ("combine add", "combine sum"),
    ("mitigate", "lighten"),
    ("从宽", "从轻"),
    ("increase", "aggravate"),
    ("必须", "应"),
    ("应当", "应"),
    ("应该", "应"),
    ("须", "应"),
    ("shall", "must"),
    ("依据", "引用"),
    ("本条引用", "引用"),
    ("内", "不超过"),
    ("之前", "早于"),
    ("之后", "晚于"),
];

const TYPES: &[Synonym] = &[
    ("布尔", "是否"),
    ("布尔型", "是否"),
    ("逻辑", "是否"),
    ("boolean", "bool"),
    ("整型", "整数"),
    ("数字", "整数"),
    ("数量", "整数"),
    ("次数", "整数"),
    ("integer", "int"),
    ("number", "int"),
    ("浮点", "小数"),
    ("浮点数", "小数"),
    ("float", "decimal"),
    ("double", "decimal"),
    ("金钱", "金额"),
    ("货币", "金额"),
    ("钱", "金额"),
    ("currency", "money"),
    ("amount", "money"),
    ("时间", "日期"),
    ("datetime", "date"),
    ("day", "date"),
    ("期限", "期间"),
    ("时长", "期间"),
    ("天数", "期间"),
    ("period", "duration"),
];

fn all() -> impl Iterator<Item = Synonym> {
    [DECLARATIONS, STATEMENTS, INSIDE, TYPES].into_iter().flatten().copied()
}

/// What a text begins with that stands for one of some keywords: the author's words, and the keyword.
pub(super) fn begun<'t>(text: &'t str, keywords: &[&'static str]) -> Option<(&'t str, &'static str)> {
    let found = all().filter(|(_, keyword)| keywords.contains(keyword));
    let written = found.filter_map(|(words, keyword)| Some((starts_with_words(text, words)?, keyword)));
    written.max_by_key(|(written, _)| written.len())
}

/// The type that a word stands for which is the name of none.
pub(crate) fn of_type(word: &str) -> Option<&'static str> {
    TYPES.iter().find(|(synonym, _)| *synonym == word).map(|(_, name)| *name)
}

/// The begin of a text that is these words, whatever blank stands between them.
fn starts_with_words<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let mut rest = text;
    for (index, word) in words.split(' ').enumerate() {
        let begin = if index == 0 { rest } else { rest.trim_start() };
        rest = begin.strip_prefix(word)?;
        if rest.starts_with(|next: char| next.is_alphanumeric() || next == '_') {
            return None;
        }
    }
    text.get(..text.len() - rest.len())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{all, begun, of_type};
    use crate::syntax::keywords;
    use std::collections::BTreeSet;

    #[test]
    fn what_is_meant_is_a_keyword_and_what_is_written_is_not_that_keyword() {
        for (words, keyword) in all() {
            let meant = keywords::lookup(keyword).unwrap();
            assert!(!meant.is_spelt(words), "{words}");
        }
    }

    #[test]
    fn no_word_stands_twice_for_one_place() {
        let pairs: Vec<_> = all().collect();
        assert_eq!(pairs.iter().collect::<BTreeSet<_>>().len(), pairs.len());
    }

    #[test]
    fn whole_words_count_and_the_longest_of_them() {
        let keywords = ["若", "取重", "combine heaviest"];
        assert_eq!(begun("如果 a", &keywords), Some(("如果", "若")));
        assert_eq!(begun("如期 a", &keywords), None);
        assert_eq!(begun("合并  最重 {", &keywords), Some(("合并  最重", "取重")));
        assert_eq!(begun("combine\nmax", &keywords), Some(("combine\nmax", "combine heaviest")));
        assert_eq!(begun("combine maximal", &keywords), None);
        assert_eq!(begun("or", &["且"]), None);
    }

    #[test]
    fn types_have_their_own() {
        assert_eq!(of_type("布尔"), Some("是否"));
        assert_eq!(of_type("政策"), None);
    }
}
