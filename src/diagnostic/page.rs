use super::{Code, Language};

/// What parts the English page from the Chinese one.
const DIVIDER: &str = "<!-- zh -->";

/// The page of a code: what it means, why it matters, how to write it instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The code it explains.
    pub code: Code,
    /// The heading without its mark: `E0301 · unknown name`.
    pub title: &'static str,
    /// What follows the heading, as Markdown.
    pub text: &'static str,
    /// The half of the file that holds the examples, which both languages share.
    with_examples: &'static str,
}

/// Whether an example shows the fault or the way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExampleKind {
    /// It has the fault.
    Bad,
    /// It does not have the fault.
    Good,
    /// Neither is said.
    Other,
}

/// A fenced block of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Whether it has the fault.
    pub kind: ExampleKind,
    /// The language of the block: `policy`, `json`; empty where none is named.
    pub language: &'static str,
    /// What the block holds, line ends included.
    pub text: &'static str,
}

/// The page of `code` in `language`. A file without a Chinese half shows the English one.
#[must_use]
pub fn page(code: Code, language: Language) -> Page {
    parse(code, code.page_text(), language)
}

fn parse(code: Code, file: &'static str, language: Language) -> Page {
    let (english, chinese) = file.split_once(DIVIDER).unwrap_or((file, ""));
    let chosen = match language {
        Language::Chinese if !chinese.trim().is_empty() => chinese,
        Language::Chinese | Language::English => english,
    };
    let chosen = chosen.trim();
    let (heading, text) = chosen.split_once('\n').unwrap_or((chosen, ""));
    Page { code, title: heading.trim_start_matches('#').trim(), text: text.trim(), with_examples: english }
}

impl Page {
    /// The examples, in order. The Chinese half of a file does not repeat them; they are the same in both languages.
    ///
    /// Bad or good is what the fence says (` ```policy bad `), else the heading above it (`## Bad`).
    #[must_use]
    pub fn examples(&self) -> Vec<Example> {
        let mut examples = vec![];
        let mut section = ExampleKind::Other;
        let mut rest = self.with_examples;
        while let Some((line, after)) = take_line(rest) {
            rest = after;
            if let Some(heading) = line.strip_prefix("##") {
                section = kind_of(heading.split_whitespace().next().unwrap_or_default());
            }
            let Some(info) = line.strip_prefix("```") else { continue };
            let mut words = info.split_whitespace();
            let language = words.next().unwrap_or_default();
            let kind = words.next().map_or(section, kind_of);
            let (text, after) = take_block(rest);
            examples.push(Example { kind, language, text });
            rest = after;
        }
        examples
    }
}

fn kind_of(word: &str) -> ExampleKind {
    match word {
        _ if word.eq_ignore_ascii_case("bad") => ExampleKind::Bad,
        _ if word.eq_ignore_ascii_case("good") => ExampleKind::Good,
        _ => ExampleKind::Other,
    }
}

fn take_line(text: &'static str) -> Option<(&'static str, &'static str)> {
    if text.is_empty() { None } else { Some(text.split_once('\n').unwrap_or((text, ""))) }
}

/// What stands before the closing fence, and what follows it.
fn take_block(text: &'static str) -> (&'static str, &'static str) {
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("```") {
            let block = text.get(..end).unwrap_or_default();
            return (block, text.get(end + line.len()..).unwrap_or_default());
        }
        end += line.len();
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::{Example, ExampleKind, page, parse};
    use crate::diagnostic::{Code, Language};

    const FILE: &str = "# E0301 · unknown name\n\nNothing declares it.\n\n## Bad\n\n```policy\nfact x: nope\n```\n\n\
        ## Good\n\n```policy\nfact x: bool\n```\n\n```json neutral\n{}\n```\n\n<!-- zh -->\n\n# E0301 · 未知的名称\n\n没有声明。\n";

    #[test]
    fn both_languages_share_the_examples() {
        let english = parse(Code::UnknownName, FILE, Language::English);
        assert_eq!(english.title, "E0301 · unknown name");
        assert!(english.text.starts_with("Nothing declares it.") && english.text.ends_with("```"));
        let chinese = parse(Code::UnknownName, FILE, Language::Chinese);
        assert_eq!((chinese.title, chinese.text), ("E0301 · 未知的名称", "没有声明。"));
        assert_eq!(chinese.examples(), english.examples());
        assert_eq!(
            english.examples(),
            [
                Example { kind: ExampleKind::Bad, language: "policy", text: "fact x: nope\n" },
                Example { kind: ExampleKind::Good, language: "policy", text: "fact x: bool\n" },
                Example { kind: ExampleKind::Other, language: "json", text: "{}\n" },
            ]
        );
    }

    #[test]
    fn what_a_fence_says_goes_before_its_heading() {
        let page = parse(Code::UnknownName, "# T\n## Bad\n```policy good\nx\n```\n", Language::Chinese);
        assert_eq!(page.title, "T");
        assert!(matches!(page.examples().as_slice(), [Example { kind: ExampleKind::Good, text: "x\n", .. }]));
        let page = parse(Code::UnknownName, "# T\n```policy bad\nnever closed", Language::English);
        assert!(matches!(page.examples().as_slice(), [Example { text: "never closed", .. }]));
    }

    #[test]
    fn every_code_has_a_page_in_both_languages() {
        for code in Code::ALL {
            for language in [Language::English, Language::Chinese] {
                let page = page(*code, language);
                assert!(page.title.starts_with(&format!("{code} · ")), "{code}: {}", page.title);
                assert!(!page.text.is_empty(), "{code}");
            }
        }
    }
}
