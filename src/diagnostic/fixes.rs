use super::{Diagnostics, Replacement, Safety};

/// The text with all safe fixes applied; `None` where there is none. Of two fixes that overlap the first counts.
///
/// The diagnostics must be those of this one text.
#[must_use]
pub fn apply_safe_fixes(text: &str, diagnostics: &Diagnostics) -> Option<String> {
    let fixes = diagnostics.iter().filter_map(|found| found.fix.as_ref()).filter(|fix| fix.safety == Safety::Safe);
    let mut replacements: Vec<&Replacement> = fixes.flat_map(|fix| &fix.replacements).collect();
    replacements.sort_by_key(|replacement| (replacement.span, &replacement.text));
    let mut mended = String::with_capacity(text.len());
    let mut done = 0;
    for replacement in &replacements {
        let range = replacement.span.range();
        let Some(before) = text.get(done..range.start) else { continue };
        mended.push_str(before);
        mended.push_str(&replacement.text);
        done = range.end;
    }
    mended.push_str(text.get(done..).unwrap_or_default());
    (mended != text).then_some(mended)
}
