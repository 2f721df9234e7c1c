//! Random policies, written as badly as the grammar allows.
//!
//! A policy is drawn from a tape of numbers: each choice takes the next one. Tokens are drawn first, then what stands
//! between them: blanks, line breaks and comments, in places where no author would write them.

mod clauses;
mod domain;
mod expressions;
mod rubble;
mod tests;

pub use rubble::rubble;

/// Draws choices from a tape; past its end every choice is the first one, so that generation ends.
pub struct Tape<'t> {
    numbers: &'t [u16],
    comments: usize,
    depth: u32,
    tokens: Vec<String>,
}

/// A policy text without errors.
pub fn policy(numbers: &[u16]) -> String {
    let mut tape = Tape { numbers, comments: 0, depth: 0, tokens: Vec::new() };
    tape.file();
    tape.text()
}

impl Tape<'_> {
    fn choose(&mut self, choices: usize) -> usize {
        let Some((first, rest)) = self.numbers.split_first() else { return 0 };
        self.numbers = rest;
        usize::from(*first) % choices
    }

    fn any(&mut self, choices: &[&str]) {
        let choice = self.choose(choices.len());
        self.tokens.push(choices[choice].to_owned());
    }

    fn write(&mut self, tokens: &str) {
        self.tokens.extend(tokens.split(' ').map(str::to_owned));
    }

    fn maybe(&mut self, content: impl FnOnce(&mut Self)) {
        if self.choose(3) == 1 {
            content(self);
        }
    }

    fn some(&mut self, most: usize, mut content: impl FnMut(&mut Self, usize)) {
        for index in 0..=self.choose(most) {
            content(self, index);
        }
    }

    // ---- what stands between tokens -----------------------------------------------------------------------------

    fn text(mut self) -> String {
        let mut text = String::new();
        for token in std::mem::take(&mut self.tokens) {
            let gap = self.gap();
            // A bracket behind a number would belong to a citation.
            let opens = |c: char| matches!(c, '(' | '（' | '《' | ',' | '，' | '[' | '［');
            let closes = |c: char| matches!(c, ')' | '）' | '》' | '}' | ',' | '，' | ']' | '］');
            let touches = text.ends_with(opens) || token.starts_with(closes);
            if gap.is_empty() && !touches && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&gap);
            text.push_str(&token);
        }
        let gap = self.gap();
        text + &gap
    }

    fn gap(&mut self) -> String {
        let mut gap = String::new();
        for _ in 0..2 {
            self.comments += 1;
            let name = self.comments;
            match self.choose(24) {
                0..=11 => return gap,
                12..=14 => gap.push('\n'),
                15 => gap.push_str("\n\n\n"),
                16 | 17 => gap.push_str(&format!(" -- c{name}\n")),
                18 => gap.push_str(&format!("\n  -- c{name}  \n")),
                19 => gap.push_str(&format!(" {{- c{name} -}} ")),
                20 => gap.push_str(&format!("\n{{- c{name} -}}\n\n")),
                21 => gap.push_str(&format!("{{- c{name}\n   more -}}\n")),
                22 => gap.push_str(&format!("\t--c{name}\r\n")),
                _ => gap.push_str("\u{3000} "),
            }
        }
        gap
    }

    // ---- the language -------------------------------------------------------------------------------------------

    fn file(&mut self) {
        self.some(7, |tape, _| {
            tape.item();
            tape.maybe(|tape| tape.any(&[";", "；", "。"]));
        });
    }

    fn name(&mut self) {
        self.any(&[
            "a",
            "b",
            "long_name_of_some_fact",
            "程度",
            "已报告",
            "丙",
            "none_of_them",
            "x1",
            "处理措施的名称",
            // Words that are keywords only where the grammar expects them.
            "step",
            "right",
            "record",
            "记录",
            "past",
            "due",
            "log",
            "use",
        ]);
    }

    fn reference(&mut self) {
        self.name();
        self.maybe(|tape| {
            tape.any(&["of", "的"]);
            tape.name();
        });
    }

    fn string(&mut self) {
        self.any(&[
            "\"text\"",
            "“文字，（一）”",
            "\"with \\\" and \\\\ inside\"",
            "\"-- no comment {- -}\"",
            "\"\"",
            "“a \"b\"”",
            "\"a text that is long enough to be pushed on a line of its own when others stand beside it\"",
        ]);
    }

    fn label(&mut self) {
        match self.choose(3) {
            0 => {}
            1 => self.write("en"),
            _ => self.write("zh"),
        }
        self.string();
    }

    fn labels(&mut self) {
        self.maybe(|tape| tape.some(2, |tape, _| tape.label()));
    }

    fn comma(&mut self) {
        self.any(&[",", "，", "、"]);
    }

    fn names(&mut self) {
        self.some(3, |tape, index| {
            if index > 0 {
                tape.comma();
            }
            tape.name();
        });
    }

    fn type_ref(&mut self) {
        match self.choose(6) {
            1 => {
                self.any(&["list  of", "列表"]);
                self.name();
            }
            _ => self.any(&["bool", "是否", "int", "整数", "decimal", "money", "date", "duration", "measure", "程度"]),
        }
    }

    fn in_force(&mut self) {
        self.any(&["in  force", "施行"]);
        self.any(&["from", "自"]);
        self.write("2024-03-01");
        self.maybe(|tape| {
            tape.any(&["until", "至"]);
            tape.write("2030-12-31");
        });
    }

    fn date(&mut self) {
        self.any(&["2024-03-01", "2024-02-29", "1999-12-31"]);
    }

    fn members(&mut self) {
        self.some(3, |tape, index| {
            if index > 0 {
                tape.comma();
            }
            tape.name();
            tape.labels();
        });
    }

    #[allow(clippy::too_many_lines)] // one arm for each kind of item
    fn item(&mut self) {
        match self.choose(19) {
            0 => {
                self.any(&["fact", "事实"]);
                self.reference();
                self.any(&[":", "："]);
                self.type_ref();
                self.labels();
                self.maybe(|tape| {
                    tape.any(&["default", "默认"]);
                    tape.given_value();
                    tape.labels();
                });
            }
            1 => {
                self.any(&["policy", "制度"]);
                self.name();
                self.labels();
                self.maybe(Self::in_force);
                self.maybe(|tape| {
                    tape.any(&["dated  by", "时间依据"]);
                    tape.reference();
                });
            }
            2 => {
                self.any(&["outline", "纲目"]);
                self.write("{");
                self.some(3, |tape, _| {
                    tape.any(&["articles", "各条"]);
                    tape.write("1 .. 3");
                    tape.maybe(|tape| tape.write(";"));
                    tape.maybe(|tape| {
                        tape.any(&["第三条", "article 3"]);
                        tape.maybe(|tape| tape.any(&["items 2", "各项 二"]));
                    });
                    tape.maybe(|tape| {
                        tape.any(&["article 3(1)2", "第三条(一)", "第三条（二）"]);
                        tape.any(&["items", "各项"]);
                        tape.write("1 .. 2");
                    });
                });
                self.write("}");
            }
            3 => {
                self.any(&["scale", "等级"]);
                self.name();
                self.labels();
                self.any(&["{", "｛"]);
                self.some(5, |tape, index| {
                    if index > 0 {
                        tape.any(&["<", "＜"]);
                    }
                    tape.name();
                    tape.labels();
                });
                self.any(&["}", "｝"]);
            }
            4 => {
                self.any(&["enum", "枚举"]);
                self.name();
                self.write("{");
                self.names();
                self.maybe(Self::comma);
                self.write("}");
            }
            5 => {
                self.any(&["body", "role", "机构", "角色"]);
                self.name();
                self.labels();
            }
            6 => {
                self.any(&["judgement", "研判"]);
                self.reference();
                self.write(":");
                self.type_ref();
                self.labels();
                self.maybe(|tape| {
                    tape.any(&["criterion", "标准"]);
                    tape.string();
                });
                self.maybe(|tape| {
                    tape.any(&["by", "以"]);
                    tape.name();
                });
            }
            7 => {
                self.any(&["define", "定义"]);
                self.reference();
                self.any(&["=", "＝"]);
                self.expression();
                self.labels();
            }
            8 => {
                self.any(&["assume", "假定"]);
                self.expression();
            }
            9 => {
                self.any(&["outcome", "结果"]);
                self.reference();
                self.write(":");
                self.type_ref();
                self.maybe(|tape| {
                    tape.any(&[
                        "combine  heaviest",
                        "combine\nunion",
                        "取交",
                        "取同",
                        "combine accumulate",
                        "combine  sum",
                        "相加",
                    ]);
                });
                self.labels();
            }
            10 => self.test(),
            11 => self.statement(),
            12 => {
                self.any(&["use", "引用文件"]);
                self.string();
            }
            13 => {
                self.any(&["record", "记录"]);
                self.name();
                self.labels();
                self.any(&["{", "｛"]);
                self.some(4, |tape, index| {
                    if index > 0 {
                        tape.any(&[",", "、", ";"]);
                    }
                    tape.name();
                    tape.any(&[":", "："]);
                    tape.type_ref();
                    tape.labels();
                });
                self.maybe(Self::comma);
                self.any(&["}", "｝"]);
            }
            14 => {
                self.any(&["param", "参数"]);
                self.name();
                self.any(&["=", "＝"]);
                self.some(3, |tape, index| {
                    if index > 0 {
                        tape.comma();
                    }
                    tape.value();
                    tape.maybe(|tape| {
                        tape.any(&["from", "自"]);
                        tape.date();
                    });
                });
                self.labels();
            }
            15 => {
                self.any(&["reading", "解读"]);
                self.name();
                self.labels();
                self.write("{");
                self.members();
                self.maybe(Self::comma);
                self.write("}");
                self.maybe(|tape| {
                    tape.any(&["prefer", "采用"]);
                    tape.name();
                });
            }
            16 => self.allow(),
            _ => self.article(),
        }
    }
}
