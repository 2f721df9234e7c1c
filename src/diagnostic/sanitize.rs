use std::borrow::Cow;
use std::fmt::Write;

/// `text` made safe to print: what a terminal would obey or a reader could not see becomes visible.
///
/// Control characters (escape sequences among them), direction marks, zero-width and other invisible characters and the
/// line separators of Unicode are written as `⟨U+202E⟩`; a tab becomes a blank. Everything else stays as it is.
/// Text that needs no change is borrowed.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        push_visible(&mut shown, c);
    }
    Cow::Owned(shown)
}

/// Writes one character as [`visible`] shows it.
pub(super) fn push_visible(shown: &mut String, c: char) {
    match c {
        '\t' => shown.push(' '),
        _ if is_hidden(c) => {
            // Writing to a string cannot fail.
            let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(c));
        }
        _ => shown.push(c),
    }
}

/// Whether a terminal obeys `c` or a reader cannot see it.
///
/// The invisible ones are those that Unicode calls ignorable by default, and the annotation marks.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::visible;
    use std::borrow::Cow;

    #[test]
    fn what_a_terminal_obeys_becomes_visible() {
        assert_eq!(visible("\u{1b}[31mred\u{7f}\u{9b}0m"), "⟨U+001B⟩[31mred⟨U+007F⟩⟨U+009B⟩0m");
        assert_eq!(visible("a\u{202e}b\u{2066}c"), "a⟨U+202E⟩b⟨U+2066⟩c");
        assert_eq!(visible("x\u{200b}y\u{feff}\u{2029}\u{e0041}"), "x⟨U+200B⟩y⟨U+FEFF⟩⟨U+2029⟩⟨U+E0041⟩");
        assert_eq!(visible("one\ttwo\r\n"), "one two⟨U+000D⟩⟨U+000A⟩");
    }

    #[test]
    fn ordinary_text_is_borrowed() {
        for text in ["", "a name", "网络安全事件", "e\u{301}", "𠮷 🀄", "（全角）", "a\u{a0}b"] {
            assert!(matches!(visible(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }
}
