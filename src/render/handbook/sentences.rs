//! What a rule says, as a sentence: short conditions within it, long ones as a list below.

use super::{Book, Item, Text};
use crate::policy::RuleKind;
use crate::render::conditions::Prose;
use crate::render::statements::Statement;
use crate::render::words::Words;

/// A condition with more parts than this is shown as a list.
const MANY: usize = 2;

impl Book<'_> {
    /// A sentence of the catalogue about a condition. It has four forms: `ID` with the condition `$if`, `ID-all` and
    /// `ID-any` above a list, and `ID-always`.
    pub(super) fn stated(&mut self, id: &str, prose: Option<Prose>, args: &[(&str, &str)]) {
        let words = self.words;
        let (form, parts) = match prose {
            None => {
                let text = words.say(&format!("{id}-always"), args);
                return self.paragraph(Text::plain(text));
            }
            Some(prose) if prose.size() <= MANY => {
                let condition = words.inline(&prose);
                let args: Vec<(&str, &str)> = args.iter().copied().chain([("if", condition.as_str())]).collect();
                return self.paragraph(Text::plain(words.say(id, &args)));
            }
            Some(Prose::Any(parts)) => ("any", parts),
            Some(Prose::All(parts)) => ("all", parts),
            Some(one) => ("all", vec![one]),
        };
        self.paragraph(Text::plain(words.say(&format!("{id}-{form}"), args)));
        self.list(parts.iter().map(|part| item(words, part)).collect());
    }

    /// What a clause says of an outcome.
    pub(super) fn statement(&mut self, statement: &Statement<'_>) {
        let words = self.words;
        let Some(outcome) = words.policy.outcomes().get(statement.outcome().index()) else { return };
        let name = words.outcome_named(outcome);
        match statement {
            Statement::Rule(_, rule) => {
                let set = words.contribution(outcome, &rule.permitted);
                let id = match rule.kind {
                    RuleKind::Plain => "doc-rule",
                    RuleKind::Otherwise => "doc-otherwise",
                };
                let prose = rule.condition.as_ref().map(|condition| words.prose(condition));
                self.stated(id, prose, &[("outcome", &name), ("set", &set)]);
                if let Some(clauses) = words.overridden(&rule.overrides) {
                    self.paragraph(Text::plain(words.say("doc-overrides", &[("clauses", &clauses)])));
                }
            }
            Statement::Exemption(_, exemption) => {
                let prose = Some(words.prose(&exemption.condition));
                if let Some(clauses) = exemption.from.as_deref().and_then(|rules| words.overridden(rules)) {
                    self.stated("doc-exempt-from", prose, &[("outcome", &name), ("clauses", &clauses)]);
                } else {
                    self.stated("doc-exempt", prose, &[("outcome", &name)]);
                }
            }
            Statement::Adjustment(_, adjustment) => {
                let how = words.adjustments(&adjustment.adjustments, adjustment.mode);
                let id = match adjustment.mode {
                    crate::syntax::ast::Mode::Must => "doc-adjust",
                    crate::syntax::ast::Mode::May => "doc-may-adjust",
                };
                let prose = Some(words.prose(&adjustment.condition));
                self.stated(id, prose, &[("outcome", &name), ("how", &how)]);
            }
        }
    }
}

/// A part of a condition as an item; what it consists of stands below it where it is long.
fn item(words: Words<'_>, prose: &Prose) -> Item {
    let (id, parts) = match prose {
        Prose::All(parts) if prose.size() > MANY => ("doc-all-of", parts),
        Prose::Any(parts) if prose.size() > MANY => ("doc-any-of", parts),
        Prose::One(_) | Prose::All(_) | Prose::Any(_) | Prose::Not(_) | Prose::Implies(..) => {
            return Item::plain(words.inline(prose));
        }
    };
    Item { text: Text::plain(words.word(id)), below: parts.iter().map(|part| item(words, part)).collect() }
}
