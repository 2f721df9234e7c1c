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
                tape.name();
                tape.write("=");
                tape.value();
            });
        });
        self.some(3, |tape, _| {
            tape.any(&["expect", "应为"]);
            match tape.choose(6) {
                0 => {
                    tape.name();
                    tape.any(&["exempt", "未规定", "not addressed", "undetermined", "冲突", "out  of scope", "须权衡"]);
                }
                1 => {
                    tape.name();
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
                    tape.maybe(Self::name);
                    tape.any(&["decided", "批准", "enforced"]);
                    tape.by();
                }
                _ => {
                    tape.any(&["asks", "追问"]);
                    tape.names();
                }
            }
            tape.maybe(|tape| tape.write(";"));
        });
        self.write("}");
    }
}
