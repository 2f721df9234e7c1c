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
        ]);
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
        match self.choose(6) {
            0 | 1 => self.name(),
            2 if self.depth < 4 => {
                self.any(&["(", "（"]);
                self.expression();
                self.any(&[")", "）"]);
            }
            3 => {
                self.name();
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
            tape.value();
        });
    }
}
