//! What changes between two texts, for people.

use crate::analyse::{Count, Side, Undecided};
use crate::cli::console::{BAD, Console, OPEN, QUIET, STRONG, styled};
use crate::cli::diff::Compared;
use crate::compare::{AspectChange, Change, Note, OutcomeChanges, ProvisionChange, Ruling};
use crate::decide::Status;
use crate::diagnostic::{Arg, Language, Phrase, visible};
use std::fmt::Write;

/// The comparison outcome by outcome.
pub(in crate::cli) fn show_comparison(compared: &Compared<'_>, console: &Console) -> String {
    let page = Page { compared, console };
    let mut text = format!("{}\n", styled(STRONG, &page.title()));
    for line in page.remarks() {
        let _ = writeln!(text, "  {}", styled(QUIET, &line));
    }
    for outcome in compared.outcomes {
        let _ = write!(text, "\n{}\n", styled(STRONG, &page.summary(outcome)));
        if let Some(reason) = outcome.undecided {
            let _ = writeln!(text, "  {}", styled(OPEN, &page.undecided(reason)));
        }
        for change in &outcome.changes {
            let style = if change.falls { BAD } else { OPEN };
            let (effect, count) = (page.effect(change), page.count(change));
            let _ = writeln!(text, "  {}{}{count}", styled(style, &effect), page.word("diff-colon"));
            let rows = page.rows(outcome, change);
            for (id, words) in rows {
                let _ = writeln!(text, "    {}  {words}", styled(QUIET, &page.word(id)));
            }
        }
    }
    if !compared.provisions.is_empty() {
        let _ = write!(text, "\n{}\n", styled(STRONG, &page.word("diff-beside")));
        for change in compared.provisions {
            let _ = writeln!(text, "  {}", page.provision(change));
        }
    }
    text
}

/// The comparison as a Markdown table: old, new, effect.
pub(in crate::cli) fn show_table(compared: &Compared<'_>, console: &Console) -> String {
    let page = Page { compared, console };
    let mut text = format!("## {}\n", cell(&page.title()));
    for line in page.remarks() {
        let _ = write!(text, "\n- {}", cell(&line));
    }
    for outcome in compared.outcomes {
        let _ = write!(text, "\n\n### {}\n", cell(&page.summary(outcome)));
        if let Some(reason) = outcome.undecided {
            let _ = write!(text, "\n{}\n", cell(&page.undecided(reason)));
        }
        if outcome.changes.is_empty() {
            continue;
        }
        let [old, new, effect] = ["diff-old", "diff-new", "diff-effect"].map(|id| page.word(id));
        let _ = write!(text, "\n| {old} | {new} | {effect} |\n|---|---|---|\n");
        for change in &outcome.changes {
            let rows: Vec<String> = page
                .rows(outcome, change)
                .into_iter()
                .filter(|(id, _)| !matches!(*id, "diff-old" | "diff-new"))
                .map(|(id, words)| format!("{} {words}", page.word(id)))
                .collect();
            let effect = format!(
                "**{}**{}{}",
                page.effect(change),
                page.word("diff-colon"),
                [vec![page.count(change)], rows].concat().join(&page.word("diff-stop"))
            );
            let [old, new] = [&change.old, &change.new].map(|ruling| cell(&page.ruling(ruling)));
            let _ = writeln!(text, "| {old} | {new} | {} |", cell(&effect));
        }
    }
    if !compared.provisions.is_empty() {
        let _ = write!(text, "\n\n### {}\n", cell(&page.word("diff-beside")));
        for change in compared.provisions {
            let _ = write!(text, "\n- {}", cell(&page.provision(change)));
        }
    }
    text.trim_end().to_owned() + "\n"
}

/// Text that does not end a cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace(['\n', '\r'], " ").replace('<', "&lt;")
}

struct Page<'a> {
    compared: &'a Compared<'a>,
    console: &'a Console,
}

impl Page<'_> {
    fn word(&self, id: &str) -> String {
        self.console.text(id, &[])
    }

    fn phrase(&self, phrase: &Phrase) -> String {
        let words = match self.console.language() {
            Language::English => &phrase.english,
            Language::Chinese => &phrase.chinese,
        };
        visible(words).into_owned()
    }

    fn title(&self) -> String {
        let [old, new] = &self.compared.names;
        let sign = if self.compared.is_across { "↔" } else { "→" };
        format!("{} {sign} {}", visible(old), visible(new))
    }

    fn summary(&self, outcome: &OutcomeChanges) -> String {
        let name = visible(&outcome.outcome).into_owned();
        let id = match (self.compared.is_across, outcome.is_same(), outcome.changes.is_empty()) {
            (true, true, _) => "diff-no-clash",
            (false, true, _) => "diff-same",
            (_, false, true) => "diff-not-known",
            (_, false, false) if outcome.undecided.is_some() => "diff-open",
            (true, false, false) => "diff-clashing",
            (false, false, false) => "diff-changed",
        };
        let text = match &outcome.count {
            Some(count) if !outcome.is_same() => self.counted(id, &name, count),
            Some(_) | None => self.console.text(
                id,
                &[("outcome", name.as_str().into()), ("cases", "?".into()), ("of", "?".into()), ("share", "?".into())],
            ),
        };
        match outcome.sides.as_slice() {
            [Side::Old] => format!("{text} ({})", self.word("diff-only-old")),
            [Side::New] => format!("{text} ({})", self.word("diff-only-new")),
            _ => text,
        }
    }

    fn counted(&self, id: &str, outcome: &str, count: &Count) -> String {
        let args: [(&str, Arg); 4] = [
            ("outcome", outcome.into()),
            ("cases", count.cases().into()),
            ("of", count.of().into()),
            ("share", share(count).into()),
        ];
        self.console.text(id, &args)
    }

    fn undecided(&self, reason: Undecided) -> String {
        self.word(match reason {
            Undecided::TooLarge => "diff-too-large",
            Undecided::Approximate => "diff-approximate",
            Undecided::Mismatch => "diff-mismatch",
        })
    }

    fn effect(&self, change: &Change) -> String {
        match change.clash.filter(|_| self.compared.is_across) {
            Some(clash) => self.word(&format!("clash-{}", clash.as_str().replace('_', "-"))),
            None => self.word(&format!("effect-{}", change.effect.as_str().replace('_', "-"))),
        }
    }

    fn count(&self, change: &Change) -> String {
        match &change.count {
            Ok(count) => self.counted(if change.is_exact() { "diff-cases" } else { "diff-at-most" }, "", count),
            Err(_) => self.word("diff-uncounted"),
        }
    }

    /// The lines of a change, each with the word in front of it.
    fn rows(&self, outcome: &OutcomeChanges, change: &Change) -> Vec<(&'static str, String)> {
        let mut rows = vec![("diff-old", self.ruling(&change.old)), ("diff-new", self.ruling(&change.new))];
        if let Ok(words) = self.compared.comparison.conditions(&change.region) {
            rows.push(("diff-where", self.phrase(&words)));
        }
        if let Ok(case) = &change.case {
            let comparison = self.compared.comparison;
            let decided = |side: Side| {
                let decided = comparison.decided(&outcome.outcome, case, side);
                decided.map_or_else(
                    || self.word("status-not-addressed"),
                    |decided| {
                        let words = self.phrase(&crate::lint::prose::decided(decided));
                        let clauses = [&decided.clauses, &decided.exempted_by, &decided.adjusted_by];
                        let cited: Vec<String> = clauses.into_iter().flatten().cloned().collect();
                        if cited.is_empty() { words } else { format!("{words} [{}]", cited.join(", ")) }
                    },
                )
            };
            let words = self.phrase(&comparison.case_words(case));
            let colon = self.word("diff-colon");
            rows.push(("diff-example", format!("{words}{colon}{} → {}", decided(Side::Old), decided(Side::New))));
        } else {
            rows.push(("diff-example", self.word("diff-no-example")));
        }
        rows
    }

    fn ruling(&self, ruling: &Ruling) -> String {
        let status = match ruling.status {
            Status::Decided => None,
            Status::Exempt => Some("status-exempt"),
            Status::NotAddressed => Some("status-not-addressed"),
            Status::Conflict => Some("status-conflict"),
            Status::Undetermined => Some("status-undetermined"),
            Status::OutOfScope => Some("status-out-of-scope"),
        };
        let mut words: Vec<String> = ruling.none.then(|| self.word("value-none")).into_iter().collect();
        words.extend(ruling.permitted.words().iter().map(|word| visible(word).into_owned()));
        let result = status.map_or_else(|| words.join(&self.word("value-or")), |id| self.word(id));
        match (ruling.is_given, ruling.clauses.is_empty()) {
            (false, _) => format!("{result} [{}]", self.word("diff-many-clauses")),
            (true, true) => result,
            (true, false) => format!("{result} [{}]", ruling.clauses.join(", ")),
        }
    }

    /// A provision that changes: what it is, where it stands, and what of it changes.
    fn provision(&self, change: &ProvisionChange) -> String {
        let kind = self.word(&format!("provision-{}", change.kind.as_str().replace('_', "-")));
        let name = visible(&change.name).into_owned();
        let values = change.values.iter().map(|value| visible(value).into_owned()).collect::<Vec<_>>();
        let values = values.join(&self.word("diff-and"));
        let of = [kind, name, values].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let cited = |clauses: &[String]| {
            let all: Vec<String> = clauses.iter().map(|clause| visible(clause).into_owned()).collect();
            if all.is_empty() { String::new() } else { format!(" [{}]", all.join(", ")) }
        };
        let colon = self.word("diff-colon");
        match (&change.old, &change.new) {
            (Some(old), Some(new)) => {
                let place = if old == new { cited(old) } else { format!("{} →{}", cited(old), cited(new)) };
                let aspects: Vec<String> = change.aspects.iter().map(|aspect| self.aspect(aspect)).collect();
                format!("{of}{place}{colon}{}", aspects.join(&self.word("diff-semicolon")))
            }
            (Some(old), None) => format!("{of}{}{colon}{}", cited(old), self.word("diff-only-old-has")),
            (None, new) => {
                format!("{of}{}{colon}{}", cited(new.as_deref().unwrap_or_default()), self.word("diff-only-new-has"))
            }
        }
    }

    fn aspect(&self, changed: &AspectChange) -> String {
        let word = self.word(&format!("aspect-{}", changed.aspect.as_str()));
        let names = |names: &[String]| match names {
            [] => self.word("diff-nobody"),
            names => {
                names.iter().map(|name| visible(name).into_owned()).collect::<Vec<_>>().join(&self.word("diff-and"))
            }
        };
        match &changed.names {
            Some([old, new]) => format!("{word} ({} → {})", names(old), names(new)),
            None => word,
        }
    }

    /// What lies outside of the comparison.
    fn remarks(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.compared.comparison.notes().iter().map(|note| self.note(note)).collect();
        match &self.compared.apart {
            Ok(None) => {}
            Ok(Some(apart)) => {
                for (id, count) in [("diff-apart-old", &apart.old), ("diff-apart-new", &apart.new)] {
                    if !count.is_zero() {
                        lines.push(self.counted(id, "", count));
                    }
                }
            }
            Err(reason) => lines.push(self.undecided(*reason)),
        }
        lines
    }

    fn note(&self, note: &Note) -> String {
        let side = |side: &Side| match side {
            Side::Old => "old",
            Side::New => "new",
        };
        let unknown = |value: &Option<String>| value.clone().unwrap_or_else(|| self.word("diff-unknown"));
        let text = |id: &str, args: &[(&str, &str)]| {
            let args: Vec<(&str, Arg)> =
                args.iter().map(|(name, value)| (*name, visible(value).as_ref().into())).collect();
            self.console.text(id, &args)
        };
        match note {
            Note::TakenForRenamed { old, new } => text("diff-renamed", &[("old", old), ("new", new)]),
            Note::OnlyFact { side: own, name } => text("diff-only-fact", &[("side", side(own)), ("name", name)]),
            Note::OnlyMember { side: own, fact, member } => {
                text("diff-only-member", &[("side", side(own)), ("name", fact), ("member", member)])
            }
            Note::DefaultChanged { fact, old, new } => {
                text("diff-default", &[("name", fact), ("old", &unknown(old)), ("new", &unknown(new))])
            }
            Note::JudgementChanged { fact } => text("diff-judgement", &[("name", fact)]),
            Note::ReadingChanged { name, old, new } => {
                text("diff-reading", &[("name", name), ("old", old), ("new", new)])
            }
            Note::InForceOtherwise => self.word("diff-in-force"),
        }
    }
}

/// A share in per cent.
fn share(count: &Count) -> String {
    match count.millionths() {
        0 if count.is_zero() => "0 %".to_owned(),
        0..100 => "< 0.01 %".to_owned(),
        millionths => format!("{}.{:02} %", millionths / 10_000, millionths % 10_000 / 100),
    }
}
