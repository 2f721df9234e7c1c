//! `policyc effects`.

use super::console::{BAD, Console, GOOD, QUIET, styled};
use super::procedure::ReportFormat;
use super::sheet::Sheet;
use super::{Exit, input};
use crate::calendar::Calendar;
use crate::decide::{
    EffectCause, EffectsError, EffectsReport, LastingEffect, LaterDecision, effects, history_from_json,
};
use crate::diagnostic::{Arg, Diagnostics, visible};
use crate::policy::{PastDecision, Policy};
use crate::source::SourceMap;
use crate::syntax::ast::EffectVerb;
use clap::Args;
use jiff::civil::Date;
use std::io;
use std::path::PathBuf;

/// Arguments of `policyc effects`.
#[derive(Debug, Args)]
pub(super) struct EffectsArguments {
    /// The policy
    pub(super) policy: PathBuf,
    /// The earlier decisions on one person as a JSON object; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    history: PathBuf,
    /// The day that is asked about; later decisions are left aside
    #[arg(long, value_name = "DATE", value_parser = input::day)]
    as_of: Date,
    /// The days off and make-up working days, for periods in working days
    #[arg(long, value_name = "FILE")]
    holidays: Option<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    format: ReportFormat,
}

pub(super) fn run(arguments: &EffectsArguments, console: &mut Console) -> io::Result<Exit> {
    let mut sources = SourceMap::default();
    let checked = input::check_file(&arguments.policy, &mut sources);
    let Some(policy) = checked.policy else {
        console.complain(&checked.diagnostics, &sources)?;
        return Ok(Exit::BadInput);
    };
    let (history, calendar) = match read(arguments, &policy, &mut sources) {
        Ok(read) => read,
        Err(problems) => {
            console.complain(&problems, &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    let report = match effects(&policy, &history, arguments.as_of, calendar.as_ref()) {
        Ok(report) => report,
        Err(error) => {
            console.complain(&untold(&policy, &error), &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    match arguments.format {
        ReportFormat::Json => {
            let text = serde_json::to_string_pretty(&report).map_err(io::Error::other)?;
            console.print_raw(&format!("{text}\n"))?;
        }
        ReportFormat::Human => console.print(&show(&policy, &report, console))?,
    }
    Ok(Exit::Fine)
}

/// The history and the calendar; all that is wrong with them at once.
fn read(
    arguments: &EffectsArguments,
    policy: &Policy,
    sources: &mut SourceMap,
) -> Result<(Vec<PastDecision>, Option<Calendar>), Diagnostics> {
    let mut problems = Diagnostics::new();
    let calendar = arguments.holidays.as_ref().map(|path| input::calendar(path, sources)).transpose();
    let calendar = calendar.unwrap_or_else(|found| {
        problems.extend(found);
        None
    });
    let history = input::text(&arguments.history, sources);
    match history.and_then(|(source, text)| history_from_json(policy, source, &text)) {
        Ok(history) if problems.is_empty() => Ok((history, calendar)),
        Ok(_) => Err(problems),
        Err(found) => {
            problems.extend(found);
            Err(problems)
        }
    }
}

/// Why the effects cannot be told, at its place in the policy.
fn untold(policy: &Policy, error: &EffectsError) -> Diagnostics {
    match error {
        // The ids were looked up in this policy.
        EffectsError::ForeignId => Diagnostics::new(),
        EffectsError::Evaluation(error) => super::eval::no_result(policy, error),
    }
}

fn show(policy: &Policy, report: &EffectsReport, console: &Console) -> String {
    let mut page = Page { sheet: Sheet::new(policy, console) };
    let heading = page.sheet.words("effects-on", &[("day", report.as_of.as_str().into())]);
    page.sheet.section(&heading);
    if report.lasting.is_empty() {
        let nothing = page.sheet.word("effects-nothing");
        page.sheet.item(&nothing);
    }
    for effect in &report.lasting {
        page.effect(effect, true);
    }
    if !report.ended.is_empty() {
        let heading = page.sheet.word("effects-ended");
        page.sheet.section(&heading);
    }
    for effect in &report.ended {
        page.effect(effect, false);
    }
    if !report.later.is_empty() {
        let heading = page.sheet.word("effects-later");
        page.sheet.section(&heading);
    }
    for decision in &report.later {
        page.later(decision);
    }
    page.sheet.finish()
}

struct Page<'a> {
    sheet: Sheet<'a>,
}

impl Page<'_> {
    fn effect(&mut self, effect: &LastingEffect, lasts: bool) {
        let verb = if effect.bars { EffectVerb::Bars } else { EffectVerb::Brings };
        let mut declared = self.sheet.policy.effects().iter();
        let declared = declared.find(|found| found.verb == verb && found.name == effect.name);
        let name = declared.map_or_else(String::new, |found| self.sheet.named(&found.name, &found.labels));
        let (style, id) = match (lasts, effect.bars) {
            (true, true) => (BAD, "effect-bars"),
            (true, false) => (GOOD, "effect-brings"),
            (false, true) => (QUIET, "effect-barred"),
            (false, false) => (QUIET, "effect-brought"),
        };
        let what = styled(style, &self.sheet.words(id, &[("what", name.into())]));
        let args = |until: &str| [("from", Arg::from(effect.from.as_str())), ("until", until.into())];
        let span = match &effect.until {
            Some(until) => self.sheet.words("effect-until", &args(until)),
            None => self.sheet.words("effect-for-good", &args("")),
        };
        self.sheet.item(&format!("{what}: {span}"));
        let because: Vec<String> = effect.because.iter().map(|cause| self.cause(cause)).collect();
        self.sheet.lines("show-because", &because);
        if let Some(capped) = &effect.capped {
            let args = [("most", Arg::from(self.sheet.period(&capped.at)))];
            let text = format!("{} [{}]", self.sheet.words("effect-capped-at", &args), capped.clause);
            self.sheet.line("effect-capped", &text);
        }
    }

    fn cause(&self, cause: &EffectCause) -> String {
        let decided = self.decided(cause.reference.as_deref(), &cause.on, &cause.outcome, &cause.value);
        let period = match &cause.period {
            Some(period) => self.sheet.period(period),
            None => self.sheet.word("period-for-good"),
        };
        format!("{decided}: {period} [{}]", cause.clause)
    }

    fn later(&mut self, decision: &LaterDecision) {
        let text = self.decided(decision.reference.as_deref(), &decision.on, &decision.outcome, &decision.value);
        self.sheet.item(&text);
    }

    /// `2024-03-05 sanction of driver = warning (No. 7)`.
    fn decided(&self, reference: Option<&str>, on: &str, outcome: &str, value: &str) -> String {
        let declared = self.sheet.policy.outcomes().iter().find(|found| found.name.as_str() == outcome);
        let of = declared.map(|declared| declared.values.value_type());
        let member = match of {
            Some(crate::policy::Type::Enumeration(of)) => self.sheet.policy.enumerations().get(of.index()),
            _ => None,
        };
        let member = member.and_then(|of| of.members.iter().find(|member| member.name == value));
        let value = member.map_or_else(|| visible(value).into_owned(), |found| self.sheet.named(value, &found.labels));
        let outcome =
            declared.map_or_else(|| visible(outcome).into_owned(), |found| self.sheet.named(outcome, &found.labels));
        let reference = reference.map(|reference| format!(" ({})", visible(reference))).unwrap_or_default();
        format!("{on} {outcome} = {value}{reference}")
    }
}
