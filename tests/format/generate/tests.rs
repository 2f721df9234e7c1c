//! `test` blocks.

use super::Tape;

impl Tape<'_> {
    pub(super) fn test(&mut self) {
        self.any(&["test", "测试"]);
        self.string();
        self.write("{");
        self.maybe(|tape| {
            tape.any(&["given", "给定"]);
            tape.some(5, |tape, index| {
                if index > 0 {
                    tape.comma();
                }
                tape.reference();
                tape.write("=");
                tape.given_value();
            });
        });
        self.maybe(|tape| tape.some(3, |tape, _| tape.record_of_the_case()));
        self.some(3, |tape, _| {
            tape.any(&["expect", "应为"]);
            match tape.choose(9) {
                0 => {
                    tape.reference();
                    tape.any(&["exempt", "未规定", "not addressed", "undetermined", "冲突", "out  of scope", "须权衡"]);
                }
                1 => {
                    tape.reference();
                    tape.assigned();
                    tape.maybe(|tape| {
                        tape.any(&["or", "或"]);
                        tape.any(&["none", "无"]);
                    });
                }
                2 => {
                    tape.any(&["cites", "引用"]);
                    tape.citations();
                }
                3 => {
                    tape.any(&["adjusted", "被免除"]);
                    tape.any(&["by", "以"]);
                    tape.citations();
                }
                4 => {
                    tape.maybe(Self::reference);
                    tape.any(&["decided", "批准", "enforced"]);
                    tape.by();
                }
                5 => {
                    tape.any(&["duty", "职责"]);
                    tape.name();
                    match tape.choose(2) {
                        0 => tape.any(&["fulfilled", "已违反", "not  applicable", "不涉及", "undetermined"]),
                        _ => {
                            tape.any(&["pending", "待履行"]);
                            tape.until();
                        }
                    }
                }
                6 => {
                    tape.any(&["step", "步骤"]);
                    tape.name();
                    tape.step_status();
                }
                7 => {
                    tape.maybe(|tape| tape.any(&["not", "非"]));
                    tape.any(&["bars", "限制", "brings", "带来"]);
                    tape.name();
                    tape.until();
                }
                _ => {
                    tape.any(&["asks", "追问"]);
                    tape.some(3, |tape, index| {
                        if index > 0 {
                            tape.comma();
                        }
                        tape.reference();
                    });
                }
            }
            tape.maybe(|tape| tape.write(";"));
        });
        self.write("}");
    }

    fn until(&mut self) {
        self.maybe(|tape| {
            tape.any(&["until", "至"]);
            tape.date();
        });
    }

    fn step_status(&mut self) {
        match self.choose(4) {
            0 => self.any(&[
                "done",
                "late",
                "超期",
                "out of  order",
                "缺漏",
                "due",
                "waiting",
                "wrong actor",
                "人数不足",
                "checks\nmissing",
                "consent missing",
                "不涉及",
                "未定",
            ]),
            1 => {
                // The Chinese keyword has no `by`, so that a comment before it would have another neighbour.
                self.any(&["late by", "late", "超期"]);
                self.any(&["3 days", "1个工作日"]);
            }
            2 => {
                self.any(&["due", "待办"]);
                self.date();
            }
            _ => {
                self.any(&["passed  to", "已移送"]);
                self.name();
            }
        }
    }

    /// What has happened in the case, and on which days.
    fn record_of_the_case(&mut self) {
        match self.choose(5) {
            0 => {
                self.any(&["as  of", "截至"]);
                self.date();
            }
            1 => {
                self.any(&["chosen", "选定"]);
                self.reference();
                self.any(&["=", "＝"]);
                match self.choose(3) {
                    0 => self.any(&["none", "无"]),
                    _ => self.value(),
                }
            }
            2 => {
                self.any(&["holidays", "假日", "workdays", "补班"]);
                self.some(3, |tape, index| {
                    if index > 0 {
                        tape.comma();
                    }
                    tape.date();
                    tape.maybe(|tape| {
                        tape.write("..");
                        tape.date();
                    });
                });
                self.maybe(Self::comma);
            }
            3 => {
                self.any(&["past", "既往"]);
                self.reference();
                self.write("=");
                self.value();
                self.any(&["on", "于"]);
                self.date();
            }
            _ => self.log_line(),
        }
    }

    fn log_line(&mut self) {
        self.any(&["log", "记载"]);
        self.maybe(|tape| tape.any(&["right", "权利"]));
        self.name();
        self.any(&["on", "于"]);
        self.date();
        let first = self.choose(5);
        for part in 0..5 {
            if self.choose(3) != 1 {
                continue;
            }
            match (first + part) % 5 {
                0 => self.by(),
                1 => {
                    self.any(&["present", "出席"]);
                    self.any(&["0", "3", "007"]);
                }
                2 => {
                    self.any(&["checks", "核查"]);
                    self.any(&["<", "《"]);
                    self.names();
                    self.any(&[">", "》"]);
                }
                3 => {
                    self.any(&["consent  of", "征得同意"]);
                    self.names();
                }
                _ => {
                    self.any(&["reason", "理由"]);
                    self.string();
                }
            }
        }
    }
}
