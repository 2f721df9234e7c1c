/// A text with faulty characters replaced, and the way back from its offsets to the author's.
///
/// Without edits it is the author's text itself and offsets are unchanged.
pub(super) struct Repaired {
    text: String,
    /// For each edit: the offset behind it in the repaired text, and behind it in the author's.
    behind: Vec<(usize, usize)>,
}

impl Repaired {
    /// Applies edits `(start, end, replacement)`, sorted and not overlapping.
    pub(super) fn new(original: &str, edits: Vec<(usize, usize, String)>) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut behind = Vec::with_capacity(edits.len());
        let mut done = 0;
        for (start, end, replacement) in edits {
            text.push_str(original.get(done..start).unwrap_or_default());
            text.push_str(&replacement);
            behind.push((text.len(), end));
            done = end;
        }
        text.push_str(original.get(done..).unwrap_or_default());
        Self { text, behind }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The author's offset for an offset of the repaired text.
    pub(super) fn original(&self, offset: usize) -> usize {
        let edits_before = self.behind.partition_point(|(repaired, _)| *repaired <= offset);
        match edits_before.checked_sub(1).and_then(|last| self.behind.get(last)) {
            Some((repaired, original)) => original + (offset - repaired),
            None => offset,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_back_behind_every_edit() {
        let repaired = Repaired::new("ab\u{200B}cd\u{FF11}e", vec![(2, 5, String::new()), (7, 10, "1".to_owned())]);
        assert_eq!(repaired.text(), "abcd1e");
        let back: Vec<_> = (0..=6).map(|offset| repaired.original(offset)).collect();
        assert_eq!(back, [0, 1, 5, 6, 7, 10, 11]);
    }
}
