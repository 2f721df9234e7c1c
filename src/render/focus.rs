//! What part of a policy is shown, and how closely.

use crate::policy::{Clause, ClauseId, OutcomeId, Policy};
use std::collections::BTreeSet;

/// More clauses than this are shown by the article, unless it is asked for otherwise.
const MANY_CLAUSES: usize = 60;

/// What part of a policy a picture shows, and how closely.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Focus {
    /// Only what these articles say; all of them where empty.
    pub articles: Vec<u32>,
    /// Only what is said of these outcomes; all of them where empty.
    pub outcomes: Vec<OutcomeId>,
    /// How closely.
    pub detail: Detail,
}

/// How closely a picture shows the clauses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// Clause by clause where there are few, else by the article.
    #[default]
    Automatic,
    /// Clause by clause.
    Clauses,
    /// One node for each article.
    Articles,
}

impl Focus {
    pub(super) fn shows_clause(&self, policy: &Policy, id: ClauseId) -> bool {
        if self.articles.is_empty() {
            return true;
        }
        let article = policy.clauses().get(id.index()).and_then(article_of);
        article.is_some_and(|article| self.articles.contains(&article))
    }

    pub(super) fn shows_outcome(&self, id: OutcomeId) -> bool {
        self.outcomes.is_empty() || self.outcomes.contains(&id)
    }

    /// The clauses by which these are shown: themselves, or their articles.
    pub(super) fn places(&self, clauses: &BTreeSet<ClauseId>) -> Places {
        let by_article = match self.detail {
            Detail::Automatic => clauses.len() > MANY_CLAUSES,
            Detail::Clauses => false,
            Detail::Articles => true,
        };
        Places { by_article }
    }
}

/// How clauses stand in a picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places {
    pub(super) by_article: bool,
}

impl Places {
    /// The clause by which a clause is shown.
    pub(super) fn of(self, policy: &Policy, id: ClauseId) -> ClauseId {
        if !self.by_article {
            return id;
        }
        let Some(article) = policy.clauses().get(id.index()).and_then(article_of) else { return id };
        article_clause(policy, article).unwrap_or(id)
    }
}

/// The number of the article that a clause belongs to.
pub(super) fn article_of(clause: &Clause) -> Option<u32> {
    clause.path.as_ref()?.numbers().first().copied()
}

/// The clause of an article as a whole.
pub(super) fn article_clause(policy: &Policy, article: u32) -> Option<ClauseId> {
    let is_whole = |clause: &Clause| clause.path.as_ref().is_some_and(|path| path.numbers() == [article]);
    policy.clauses().iter().position(is_whole).map(ClauseId::new)
}
