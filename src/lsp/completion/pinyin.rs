//! Chinese names by what they sound like: 情节 is found by `qj`, `qingjie`, `qingj`.

use pinyin::ToPinyinMulti;

/// Whether Latin letters stand for the beginning of a name: each character by its initial or its whole syllable, in any
/// of its readings. A character that is none of Chinese stands for itself.
pub(super) fn sounds_like(name: &str, typed: &str) -> bool {
    if typed.is_empty() || !typed.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return false;
    }
    let typed = typed.to_ascii_lowercase();
    // How much of what was typed the characters so far can stand for.
    let mut reached = vec![0_usize];
    for c in name.chars() {
        let mut next: Vec<usize> = Vec::new();
        for rest in reached.iter().filter_map(|at| typed.get(*at..)) {
            for sound in sounds(c) {
                if sound.starts_with(rest) {
                    return true;
                }
                let initial = sound.chars().next().map_or(0, char::len_utf8);
                let taken =
                    [initial, sound.len()].into_iter().filter(|length| rest.get(..*length) == sound.get(..*length));
                next.extend(taken.map(|length| typed.len() - rest.len() + length));
            }
        }
        next.sort_unstable();
        next.dedup();
        if next.last() == Some(&typed.len()) {
            return true;
        }
        if next.is_empty() {
            return false;
        }
        reached = next;
    }
    false
}

fn sounds(c: char) -> Vec<String> {
    match c.to_pinyin_multi() {
        Some(readings) => {
            let mut sounds: Vec<String> = readings.into_iter().map(|one| one.plain().replace('ü', "v")).collect();
            sounds.sort_unstable();
            sounds.dedup();
            sounds
        }
        None => vec![c.to_lowercase().collect()],
    }
}

#[cfg(test)]
mod tests {
    use super::sounds_like;

    #[test]
    fn initials_syllables_and_all_readings_are_known() {
        for typed in ["q", "qj", "qingjie", "qingj", "qjie", "QJ", "qin", "qingji"] {
            assert!(sounds_like("情节", typed), "{typed}");
        }
        for typed in ["yz", "yanzhong", "yanchong", "yc"] {
            assert!(sounds_like("严重", typed), "{typed}: 重 has two readings");
        }
        assert!(sounds_like("情节2", "qj2") && sounds_like("女方", "nv") && sounds_like("A级", "aj"));
        for typed in ["", "j", "qx", "qjx", "qingjiee", "情", "q j"] {
            assert!(!sounds_like("情节", typed), "{typed}");
        }
    }

    #[test]
    fn long_names_cost_no_more_than_they_are_long() {
        let name = "安".repeat(256);
        assert!(!sounds_like(&name, &format!("{}x", "a".repeat(255))));
        assert!(sounds_like(&name, &"a".repeat(256)));
    }
}
