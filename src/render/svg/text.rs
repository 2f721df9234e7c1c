//! Text in pictures: escaped, measured, and broken into lines that fit their boxes.

use crate::diagnostic::visible;
use unicode_width::UnicodeWidthChar;

/// More lines than this of one text are cut.
const MAX_LINES: usize = 6;

/// Text as XML: nothing in it ends or begins an element, an attribute, a comment or a section, and no sign is one that
/// XML forbids.
pub(super) fn escaped(text: &str) -> String {
    let shown = visible(text);
    let mut safe = String::with_capacity(shown.len());
    for sign in shown.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\u{FFFE}' | '\u{FFFF}' => safe.push('\u{FFFD}'),
            _ => safe.push(sign),
        }
    }
    safe
}

/// How wide a text is at a font size, rather too much than too little: fonts differ.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// The width of a sign in parts of the font size.
fn em(sign: char) -> f64 {
    match sign.width().unwrap_or(0) {
        0 => 0.0,
        1 => match sign {
            'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' => 0.95,
            'A'..='H' | 'J'..='Z' | '<' | '>' | '=' | '+' | '×' | '≥' | '≤' | '&' | '#' => 0.72,
            'i' | 'j' | 'I' | 'l' | 'f' | 't' | 'r' | ' ' | '.' | ',' | ':' | ';' | '(' | ')' | '\'' | '|' | '!' => {
                0.38
            }
            _ if sign.is_ascii() => 0.58,
            // The quotation marks of Chinese fonts are wide.
            '“' | '”' | '‘' | '’' | '·' => 1.0,
            _ => 0.75,
        },
        _ => 1.02,
    }
}

/// A text broken into lines of at most a width; what is too much is cut.
pub(super) fn lines(text: &str, size: f64, most: f64) -> Vec<String> {
    let shown = visible(text);
    // Columns of a terminal: a Chinese sign counts two. 0.56 of the size is a column of common text.
    let mut columns = (most / (size * 0.56)).max(4.0) as usize;
    loop {
        let mut lines: Vec<String> =
            textwrap::wrap(&shown, columns).into_iter().map(std::borrow::Cow::into_owned).collect();
        if lines.len() > MAX_LINES {
            lines.truncate(MAX_LINES);
            if let Some(last) = lines.last_mut() {
                last.pop();
                last.push('…');
            }
        }
        if columns <= 4 || lines.iter().all(|line| width(line, size) <= most) {
            return balanced(&shown, columns, lines);
        }
        columns -= 1;
    }
}

/// The same number of lines, about equally long: so that no sign stands alone in the last one.
fn balanced(text: &str, columns: usize, lines: Vec<String>) -> Vec<String> {
    if !(2..MAX_LINES).contains(&lines.len()) {
        return lines;
    }
    let fewer = (columns / 2..columns).find_map(|columns| {
        let narrow = textwrap::wrap(text, columns.max(4));
        (narrow.len() == lines.len()).then(|| narrow.into_iter().map(std::borrow::Cow::into_owned).collect())
    });
    fewer.unwrap_or(lines)
}

/// The width of the widest line.
pub(super) fn widest(lines: &[String], size: f64) -> f64 {
    lines.iter().map(|line| width(line, size)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::{escaped, lines, width};

    #[test]
    fn nothing_ends_an_element_or_a_section() {
        assert_eq!(escaped("<script>&\"']]>-->"), "&lt;script&gt;&amp;&quot;&#39;]]&gt;--&gt;");
        assert_eq!(escaped("a\u{1b}b\u{0}\u{FFFF}"), "a⟨U+001B⟩b⟨U+0000⟩\u{FFFD}");
    }

    #[test]
    fn lines_fit_and_are_few() {
        for text in ["网络安全事件等级为重大以上的情形".repeat(20), "a very long word ".repeat(50), "W".repeat(500)]
        {
            let lines = lines(&text, 13.0, 180.0);
            assert!(lines.len() <= 6, "{text}");
            assert!(lines.iter().all(|line| width(line, 13.0) <= 180.0), "{lines:?}");
            assert!(lines.last().is_some_and(|line| line.ends_with('…')), "{lines:?}");
        }
        assert_eq!(lines("重大", 13.0, 180.0), ["重大"]);
    }
}
