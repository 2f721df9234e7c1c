//! Findings, looked for beside the editing. A newer check of the same policy supersedes an older one.

use super::documents::Key;
use super::project::Snapshot;
use super::settings::{Settings, Sifted};
use crate::lint::{Findings, findings};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
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
    jobs: Sender<Job>,
}

impl Analyst {
    /// Starts it. It ends when nobody can give it anything to do.
    pub(super) fn start(settings: Arc<dyn Settings>, report: impl Fn(Found) + Send + 'static) -> Self {
        let (jobs, received) = channel();
        std::thread::spawn(move || work(&received, settings.as_ref(), report));
        Self { jobs }
    }

    /// Has a policy looked at, in place of what was to be looked at before.
    pub(super) fn look_at(&self, job: Job) {
        // The thread never ends before this.
        let _ = self.jobs.send(job);
    }
}

fn work(jobs: &Receiver<Job>, settings: &dyn Settings, report: impl Fn(Found)) {
    let mut waiting: BTreeMap<Key, Job> = BTreeMap::new();
    let note = |waiting: &mut BTreeMap<Key, Job>, job: Job| waiting.insert(job.policy.clone(), job);
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
        let Some((_, job)) = waiting.pop_first() else { continue };
        let sifted = catch_unwind(AssertUnwindSafe(|| look(&job, settings))).ok();
        report(Found { policy: job.policy, check: job.check, sifted });
    }
}

fn look(job: &Job, settings: &dyn Settings) -> Sifted {
    let Findings { reported, .. } = job.snapshot.policy.as_ref().map(findings).unwrap_or_default();
    settings.sift(job.policy.path().as_deref(), reported, job.snapshot.policy.as_ref(), &job.snapshot.sources)
}
