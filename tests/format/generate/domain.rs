//! Duties, procedure, lasting effects, contents of measures, levels.

use super::Tape;

impl Tape<'_> {
    pub(super) fn duty(&mut self) {
        self.any(&["duty", "职责", "forbid", "禁止", "right", "权利"]);
        self.reference();
        self.labels();
        self.any(&["{", "｛"]);
        self.maybe(|tape| {
            tape.some(4, |tape, _| {
                match tape.choose(5) {
                    0 => {
                        tape.any(&["when", "当"]);
                        tape.cases();
                    }
                    1 => {
                        tape.any(&["must", "应"]);
                        tape.expression();
                    }
                    2 => {
                        tape.any(&["act", "行为"]);
                        tape.expression();
                    }
                    3 => {
                        tape.any(&["before", "早于"]);
                        tape.names();
                    }
                    _ => {
                        tape.any(&["on  breach", "违者"]);
                        tape.consequences();
                    }
                }
                tape.maybe(|tape| tape.any(&[";", "。"]));
            });
        });
        self.any(&["}", "｝"]);
    }

    pub(super) fn procedure(&mut self) {
        self.any(&["procedure", "程序"]);
        self.name();
        self.labels();
        self.write("{");
        self.some(4, |tape, _| {
            match tape.choose(4) {
                0 => {
                    tape.any(&["escalate", "逾期"]);
                    tape.name();
                    tape.maybe(|tape| {
                        tape.any(&["to", "移送"]);
                        tape.name();
                    });
                    tape.any(&["after", "晚于"]);
                    tape.value();
                }
                _ => tape.step(),
            }
            tape.maybe(|tape| tape.write(";"));
        });
        self.write("}");
    }

    fn step(&mut self) {
        self.maybe(|tape| tape.any(&["may", "可"]));
        self.any(&["step", "步骤"]);
        self.name();
        self.labels();
        self.maybe(|tape| tape.some(6, |tape, _| tape.step_part()));
    }

    fn step_part(&mut self) {
        match self.choose(7) {
            0 => {
                self.maybe(|tape| tape.any(&["jointly", "共同"]));
                self.by();
            }
            1 => {
                self.any(&["after", "晚于", "usually  after", "一般晚于"]);
                self.names();
            }
            2 => {
                self.any(&["checks", "核查"]);
                self.any(&["<", "《"]);
                self.members();
                self.maybe(Self::comma);
                self.any(&[">", "》"]);
            }
            3 => {
                self.any(&["within", "不超过"]);
                self.value();
                // `after` would belong to a condition before it.
                self.any(&["of", "from", "自", "的"]);
                self.reference();
            }
            4 => {
                self.any(&["quorum", "法定人数"]);
                self.any(&["0", "2", "012"]);
            }
            5 => {
                self.any(&["consent of", "征得同意"]);
                self.names();
            }
            _ => {
                self.any(&["when", "当"]);
                self.expression();
            }
        }
    }

    pub(super) fn effect(&mut self) {
        if self.choose(4) == 1 {
            self.any(&["effects of  one kind add up to at most", "同类后果累计不超过"]);
            return self.value();
        }
        self.any(&["effect of", "后果"]);
        self.reference();
        match self.choose(3) {
            0 => {
                self.any(&["in", "∈", "not in", "∉"]);
                self.set();
            }
            1 => {
                self.any(&["in", "∉"]);
                self.amount();
                self.write("..");
                self.amount();
            }
            _ => {
                self.any(&["=", "≠", "<", "≤", ">", ">=", "＞＝"]);
                self.value();
            }
        }
        self.some(3, |tape, index| {
            if index > 0 {
                tape.comma();
            }
            tape.any(&["bars", "限制", "brings", "带来"]);
            tape.name();
            tape.labels();
            tape.maybe(|tape| {
                tape.any(&["for", "为期"]);
                tape.value();
            });
        });
    }

    pub(super) fn contents(&mut self) {
        if self.choose(4) == 1 {
            self.any(&["hierarchy", "层级"]);
            self.name();
            return self.some(3, |tape, _| {
                tape.any(&["<", "＜"]);
                tape.name();
            });
        }
        self.any(&["contents  of", "内容"]);
        self.reference();
        self.write("=");
        self.value();
        self.write("{");
        self.some(3, |tape, index| {
            if index > 0 {
                tape.comma();
            }
            tape.name();
            tape.labels();
            tape.maybe(|tape| {
                tape.any(&["if", "若"]);
                tape.expression();
            });
        });
        self.maybe(Self::comma);
        self.write("}");
    }
}
