//! Findings, looked for beside the editing. A newer check of the same policy supersedes an older one.

use super::documents::Key;
use super::project::Snapshot;
use super::settings::{Settings, Sifted};
use crate::analyse::{Analysis, View};
use crate::lint::{Findings, findings_by};
use crate::policy::Policy;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How long nothing may have been typed before findings are looked for.
const QUIET: Duration = Duration::from_millis(40);

/// A policy to look at.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) policy: Key,
    /// Which check of the policy this is.
    pub(super) check: u64,
    pub(super) snapshot: Arc<Snapshot>,
}

/// What was found.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) policy: Key,
    /// Which check of the policy it was found in.
    pub(super) check: u64,
    /// `None` where looking for it went wrong.
    pub(super) sifted: Option<Sifted>,
}

/// The thread that looks for findings.
#[derive(Debug)]
pub(super) struct Analyst {
    jobs: Sender<(Job, Stop)>,
    /// What stops the last job of each policy.
    stops: Mutex<BTreeMap<Key, Stop>>,
}

/// Set once nobody waits for the answer any longer.
type Stop = Arc<AtomicBool>;

/// The analysis of a policy as it was looked at last.
type Last = Option<(Key, Analysis)>;

impl Analyst {
    /// Starts it. It ends when nobody can give it anything to do.
    pub(super) fn start(settings: Arc<dyn Settings>, report: impl Fn(Found) + Send + 'static) -> Self {
        let (jobs, received) = channel();
        std::thread::spawn(move || work(&received, settings.as_ref(), report));
        Self { jobs, stops: Mutex::default() }
    }

    /// Has a policy looked at, in place of what was to be looked at before.
    pub(super) fn look_at(&self, job: Job) {
        let stop = Stop::default();
        if let Ok(mut stops) = self.stops.lock()
            && let Some(before) = stops.insert(job.policy.clone(), Arc::clone(&stop))
        {
            before.store(true, Ordering::Relaxed);
        }
        // The thread never ends before this.
        let _ = self.jobs.send((job, stop));
    }
}

fn work(jobs: &Receiver<(Job, Stop)>, settings: &dyn Settings, report: impl Fn(Found)) {
    let mut waiting: BTreeMap<Key, (Job, Stop)> = BTreeMap::new();
    let mut last: Last = None;
    let note = |waiting: &mut BTreeMap<Key, (Job, Stop)>, (job, stop): (Job, Stop)| {
        waiting.insert(job.policy.clone(), (job, stop))
    };
    loop {
        if waiting.is_empty() {
            let Ok(job) = jobs.recv() else { return };
            note(&mut waiting, job);
        }
        match jobs.recv_timeout(QUIET) {
            Ok(job) => {
                note(&mut waiting, job);
                continue;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        let Some((_, (job, stop))) = waiting.pop_first() else { continue };
        let sifted = catch_unwind(AssertUnwindSafe(|| look(&job, settings, &stop, &mut last))).ok();
        // What was stopped is not all that there is to find; the job that stopped it is on its way.
        if !stop.load(Ordering::Relaxed) {
            report(Found { policy: job.policy, check: job.check, sifted });
        }
    }
}

fn look(job: &Job, settings: &dyn Settings, stop: &Stop, last: &mut Last) -> Sifted {
    let found = |policy: &Policy| {
        let (found, analysis) = findings_by(analysed(policy, &job.policy, stop, last));
        *last = Some((job.policy.clone(), analysis));
        found
    };
    let Findings { reported, .. } = job.snapshot.policy.as_ref().map(found).unwrap_or_default();
    settings.sift(job.policy.path().as_deref(), reported, job.snapshot.policy.as_ref(), &job.snapshot.sources)
}

/// The analysis of a policy, with what it has in common with the version before.
fn analysed(policy: &Policy, key: &Key, stop: &Stop, last: &mut Last) -> Analysis {
    let stop = Some(Arc::clone(stop));
    match last.take() {
        Some((own, before)) if own == *key => before.after_edit_until(policy, stop),
        Some(_) | None => Analysis::with(policy, &View { stop, ..View::default() }),
    }
}
