//! Findings, looked for beside the editing. A newer check of the same policy supersedes an older one.

use super::documents::Key;
use super::insight::Insight;
use super::project::Snapshot;
use super::settings::{Settings, Sifted};
use crate::lint::{Findings, findings};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// How long nothing may have been typed before findings are looked for.
const QUIET: Duration = Duration::from_millis(40);

/// How long nothing may have been typed before the rest is looked for.
const LONG_QUIET: Duration = Duration::from_millis(250);

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
    pub(super) what: What,
}

/// The two things that are looked for, one after the other.
#[derive(Debug)]
pub(super) enum What {
    /// Findings; `None` where looking for them went wrong.
    Findings(Option<Sifted>),
    /// What else is worth knowing; `None` where that went wrong or the policy has errors.
    Insight(Option<Insight>),
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
    let mut work = Work { jobs, next: RefCell::default(), later: BTreeMap::new() };
    while let Some((job, kind)) = work.next() {
        let what = match kind {
            Kind::Findings => {
                let sifted = catch_unwind(AssertUnwindSafe(|| look(&job, settings))).ok();
                What::Findings(sifted)
            }
            Kind::Insight => {
                let is_superseded = || work.has_new();
                let policy = job.snapshot.policy.as_ref();
                let found = catch_unwind(AssertUnwindSafe(|| policy.map(|one| Insight::of(one, &is_superseded))));
                match found {
                    // It will be looked at again, in its newer form or when there is time.
                    Ok(Some(None)) => {
                        work.put_off(job);
                        continue;
                    }
                    Ok(Some(insight)) => What::Insight(insight),
                    Ok(None) | Err(_) => What::Insight(None),
                }
            }
        };
        report(Found { policy: job.policy.clone(), check: job.check, what });
        if kind == Kind::Findings {
            work.put_off(job);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Findings,
    Insight,
}

/// What is to be done: findings first, and the newest form of each policy alone.
struct Work<'r> {
    jobs: &'r Receiver<Job>,
    next: RefCell<BTreeMap<Key, Job>>,
    /// Those whose findings are known.
    later: BTreeMap<Key, Job>,
}

impl Work<'_> {
    /// The next thing to do, once nothing was typed for a while; `None` at the end.
    fn next(&mut self) -> Option<(Job, Kind)> {
        loop {
            let (has_next, has_later) = (!self.next.borrow().is_empty(), !self.later.is_empty());
            let received = match (has_next, has_later) {
                (true, _) => self.jobs.recv_timeout(QUIET),
                (false, true) => self.jobs.recv_timeout(LONG_QUIET),
                (false, false) => self.jobs.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match received {
                Ok(job) => self.note(job),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {
                    if let Some((_, job)) = self.next.borrow_mut().pop_first() {
                        return Some((job, Kind::Findings));
                    }
                    if let Some((_, job)) = self.later.pop_first() {
                        return Some((job, Kind::Insight));
                    }
                }
            }
        }
    }

    fn note(&self, job: Job) {
        self.next.borrow_mut().insert(job.policy.clone(), job);
    }

    /// Whether something came that goes first.
    fn has_new(&self) -> bool {
        self.jobs.try_iter().for_each(|job| self.note(job));
        !self.next.borrow().is_empty()
    }

    fn put_off(&mut self, job: Job) {
        // A newer form of the policy brings its own.
        if !self.next.borrow().contains_key(&job.policy) {
            self.later.insert(job.policy.clone(), job);
        }
    }
}

fn look(job: &Job, settings: &dyn Settings) -> Sifted {
    let Findings { reported, .. } = job.snapshot.policy.as_ref().map(findings).unwrap_or_default();
    settings.sift(job.policy.path().as_deref(), reported, job.snapshot.policy.as_ref(), &job.snapshot.sources)
}
