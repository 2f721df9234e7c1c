//! Articles, items and statements.

use super::Tape;

impl Tape<'_> {
    pub(super) fn article(&mut self) {
        self.any(&["article 3", "第十二条", "article\u{3000}7", "第 4 条"]);
        self.heading();
        match self.choose(6) {
            0 => self.remark(),
            _ => {
                self.write("{");
                self.maybe(Self::allow);
                self.maybe(Self::statement);
                self.items(0);
                self.any(&["}", "｝"]);
            }
        }
    }

    fn heading(&mut self) {
        self.labels();
        self.maybe(|tape| {
            tape.in_force();
            tape.labels();
        });
    }

    pub(super) fn remark(&mut self) {
        self.any(&["not  modelled", "missing", "不编入", "缺漏"]);
        self.string();
    }

    pub(super) fn allow(&mut self) {
        self.any(&["allow", "容许"]);
        self.any(&["B0003", "C0001", "reason"]);
        self.any(&["\"why\"", "“理由，（一）”", "\"-- no comment {- -} \\\" \""]);
    }

    pub(super) fn items(&mut self, depth: u32) {
        self.some(3, |tape, _| {
            tape.any(&["(1)", "（二）", "（ 三 ）", "2.", "三、", "4．"]);
            tape.heading();
            match tape.choose(5) {
                0 => tape.remark(),
                1 if depth < 3 => {
                    tape.write("{");
                    tape.items(depth + 1);
                    tape.write("}");
                }
                _ => tape.some(2, |tape, _| {
                    tape.maybe(Self::allow);
                    tape.statement();
                    tape.maybe(|tape| tape.write(";"));
                }),
            }
        });
    }

    pub(super) fn statement(&mut self) {
        match self.choose(15) {
            0..=2 => {
                self.condition();
                self.any(&["then", "则"]);
                self.consequences();
                self.maybe(Self::overriding);
            }
            3 => {
                self.consequences();
                self.maybe(Self::overriding);
                self.condition();
            }
            4 => {
                self.any(&["otherwise", "否则"]);
                self.maybe(|tape| {
                    tape.condition();
                    tape.write("then");
                });
                self.consequences();
            }
            5 => {
                self.any(&["exempt", "免除"]);
                self.reference();
                self.maybe(|tape| {
                    tape.any(&["from", "自"]);
                    tape.citations();
                });
                self.condition();
            }
            6 => {
                self.any(&["adjust", "调整"]);
                self.reference();
                self.any(&["by", "以"]);
                self.maybe(|tape| tape.any(&["may", "可"]));
                self.some(2, |tape, index| {
                    if index > 0 {
                        tape.any(&["or", "或"]);
                    }
                    tape.any(&["lighten", "减轻", "waive", "从重", "exceed"]);
                });
                self.condition();
            }
            7 => self.authority(),
            8 | 9 => self.duty(),
            10 | 11 => self.procedure(),
            12 => self.effect(),
            13 => self.contents(),
            _ => self.ensure(),
        }
    }

    pub(super) fn authority(&mut self) {
        self.any(&["authority  for", "权限"]);
        self.reference();
        self.write("{");
        self.some(2, |tape, _| {
            tape.maybe(Self::set);
            match tape.choose(2) {
                0 => {
                    tape.any(&["enforced", "执行"]);
                    tape.by();
                }
                _ => {
                    tape.any(&["decided", "决定"]);
                    tape.maybe(|tape| tape.any(&["jointly", "共同"]));
                    tape.by();
                    tape.maybe(|tape| {
                        tape.any(&["approved", "批准"]);
                        tape.by();
                    });
                }
            }
            tape.maybe(|tape| tape.write(";"));
        });
        self.write("}");
    }

    pub(super) fn by(&mut self) {
        self.any(&["by", "以", "由"]);
        match self.choose(2) {
            0 => self.names(),
            _ => {
                self.any(&["<", "《"]);
                self.names();
                self.any(&[">", "》"]);
            }
        }
    }

    pub(super) fn ensure(&mut self) {
        self.any(&["ensure", "确保"]);
        self.reference();
        match self.choose(5) {
            0 => {
                self.any(&["rises  with", "随升", "ignores", "不计"]);
                self.reference();
            }
            1 => self.any(&["is addressed", "有规定"]),
            2 => {
                self.any(&["excludes", "不含"]);
                self.value();
            }
            3 => {
                self.any(&[">=", "≥", "<=", "＜＝", "="]);
                self.value();
            }
            _ => {
                self.any(&["in", "∈"]);
                self.set();
            }
        }
        self.maybe(|tape| {
            tape.any(&["when", "当"]);
            tape.expression();
        });
    }

    pub(super) fn condition(&mut self) {
        self.any(&["if", "若"]);
        self.cases();
    }

    /// One condition, or a list of alternatives.
    pub(super) fn cases(&mut self) {
        if self.choose(5) != 1 {
            return self.expression();
        }
        self.any(&["any", "任一"]);
        self.write("{");
        self.some(2, |tape, _| {
            tape.any(&["(1)", "（二）", "3."]);
            tape.labels();
            tape.expression();
            tape.maybe(|tape| tape.any(&[";", ","]));
        });
        self.write("}");
    }

    pub(super) fn consequences(&mut self) {
        self.some(1, |tape, index| {
            if index > 0 {
                tape.any(&["and", "且"]);
            }
            tape.maybe(|tape| tape.any(&["may", "可"]));
            tape.reference();
            tape.assigned();
        });
    }

    pub(super) fn assigned(&mut self) {
        match self.choose(4) {
            0 => {
                self.any(&["=", "＝"]);
                self.any(&["none", "无"]);
            }
            1 => {
                self.write("=");
                self.amount();
            }
            2 => {
                self.any(&["∈", "in"]);
                self.set();
            }
            _ => {
                self.any(&["∈", "in"]);
                self.amount();
                self.write("..");
                self.amount();
            }
        }
    }

    pub(super) fn set(&mut self) {
        self.any(&["<", "《", "〈", "＜"]);
        self.some(3, |tape, index| {
            if index > 0 {
                tape.comma();
            }
            tape.value();
        });
        self.maybe(Self::comma);
        self.any(&[">", "》", "〉", "＞"]);
    }

    pub(super) fn overriding(&mut self) {
        self.any(&["overriding", "覆盖"]);
        self.citations();
    }

    pub(super) fn citations(&mut self) {
        self.some(2, |tape, index| {
            if index > 0 {
                tape.comma();
            }
            tape.any(&["3", "3(1)", "8（二）1", "第八条", "第八条第一项", "12(3)4(5)"]);
        });
    }
}
