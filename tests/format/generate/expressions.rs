//! Conditions and values.

use super::Tape;

impl Tape<'_> {
    pub(super) fn value(&mut self) {
        match self.choose(3) {
            0 | 1 => self.name(),
            _ => self.literal(),
        }
    }

    pub(super) fn literal(&mut self) {
        self.any(&[
            "1",
            "-2",
            "007",
            "1.50",
            "1000.00 CNY",
            "-3.10 USD",
            "true",
            "是",
            "否",
            "2024-02-29",
            "3 days",
            "1 day",
            "2个工作日",
            "5 working  days",
            "12 个月",
            "1年",
            "3 years",
            "never",
            "从未",
        ]);
    }

    /// A value that may be calculated.
    pub(super) fn amount(&mut self) {
        self.depth += 1;
        self.some(2, |tape, index| {
            if index > 0 {
                tape.any(&["+", "-", "*", "×", "－"]);
            }
            tape.maybe(|tape| tape.any(&["-", "－"]));
            match tape.choose(6) {
                0 if tape.depth < 4 => tape.bracketed(),
                1 | 2 => tape.literal(),
                _ => tape.reference(),
            }
        });
        self.depth -= 1;
    }

    pub(super) fn given_value(&mut self) {
        if self.choose(4) != 1 {
            return self.value();
        }
        self.any(&["[", "［"]);
        self.maybe(|tape| {
            tape.some(3, |tape, index| {
                if index > 0 {
                    tape.comma();
                }
                tape.any(&["{", "｛"]);
                tape.maybe(|tape| {
                    tape.some(3, |tape, index| {
                        if index > 0 {
                            tape.comma();
                        }
                        tape.name();
                        tape.any(&["=", "＝"]);
                        tape.value();
                    });
                    tape.maybe(Self::comma);
                });
                tape.any(&["}", "｝"]);
            });
            tape.maybe(Self::comma);
        });
        self.any(&["]", "］"]);
    }

    fn bracketed(&mut self) {
        self.any(&["(", "（"]);
        self.expression();
        self.any(&[")", "）"]);
    }

    /// A fold without its condition.
    fn fold(&mut self) {
        if self.choose(4) == 1 {
            self.any(&["sum", "合计"]);
            // A sign behind `sum` would be calculated with a fact of that name.
            self.reference();
            self.maybe(|tape| {
                tape.any(&["*", "+"]);
                tape.amount();
            });
            self.any(&["over", "取自"]);
        } else {
            self.any(&["count", "计数", "exists", "存在", "every", "每个", "longest  run\nof", "最长连续"]);
        }
        self.reference();
    }

    pub(super) fn expression(&mut self) {
        self.depth += 1;
        let connective: &[&str] = if self.choose(2) == 0 { &["and", "且"] } else { &["or", "或"] };
        let operands = if self.depth > 3 { 0 } else { self.choose(5) };
        for index in 0..=operands {
            if index > 0 {
                self.any(connective);
            }
            self.operand();
        }
        if self.choose(8) == 1 && self.depth < 4 {
            // Its condition reaches as far as it can, so that it comes last.
            self.any(connective);
            self.maybe(|tape| tape.any(&["not", "非"]));
            self.fold();
            self.any(&["where", "其中"]);
            self.expression();
        }
        if self.depth == 1 {
            self.maybe(|tape| {
                tape.any(&["implies", "蕴含"]);
                tape.operand();
            });
        }
        self.depth -= 1;
    }

    pub(super) fn operand(&mut self) {
        self.maybe(|tape| tape.any(&["not", "非"]));
        match self.choose(9) {
            0 | 1 => self.reference(),
            2 if self.depth < 4 => self.bracketed(),
            6 => {
                self.reference();
                self.any(&["within", "不超过"]);
                self.timing_end();
                self.any(&["before", "早于", "after", "晚于"]);
                self.timing_end();
            }
            7 => {
                self.name();
                self.any(&["is  breached", "被违反"]);
            }
            3 => {
                self.reference();
                self.any(&["not  in", "∉", "∈", "in"]);
                self.set();
            }
            _ => {
                self.sum();
                self.any(&["=", "!=", "≠", "<", "＜", "<=", "≤", ">", "＞", ">=", "≥", "＞＝"]);
                self.sum();
            }
        }
    }

    pub(super) fn sum(&mut self) {
        self.some(2, |tape, index| {
            if index > 0 {
                tape.any(&["+", "-", "*", "×", "－"]);
            }
            tape.maybe(|tape| tape.any(&["-", "－"]));
            match tape.choose(6) {
                0 => tape.fold(),
                1 | 2 => tape.literal(),
                _ => tape.reference(),
            }
        });
    }

    fn timing_end(&mut self) {
        self.depth += 1;
        match self.choose(4) {
            0 if self.depth < 4 => self.bracketed(),
            1 => self.any(&["3 days", "10个工作日", "2024-02-29", "1年", "从未"]),
            _ => self.reference(),
        }
        self.depth -= 1;
    }
}
