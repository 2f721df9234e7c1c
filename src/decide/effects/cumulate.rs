//! How effects of one kind follow each other. This file is what "add up" means.
//!
//! The rule is that of Chinese discipline law on a new sanction within the period of an old one (处分期): what is left
//! of the old period and the new period are added up, and the sum, counted from the new decision, has a limit.

use jiff::civil::Date;

/// The last day of an effect. Later ends are greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    /// This day is its last one.
    On(Date),
    /// It lasts for good.
    Never,
}

/// A new period that meets an effect of its kind that still runs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Added {
    /// The last day of the new period, counted from its decision.
    pub(super) alone: End,
    /// Its last day, counted from the end of what still runs.
    pub(super) behind: End,
    /// The last day up to which the two may add up.
    pub(super) limit: Date,
}

/// What an effect that still runs and a new one come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) end: End,
    /// Whether the limit cut it.
    pub(super) is_cut: bool,
}

/// Adds a new period to an effect that runs until `end`. Nothing that was decided becomes shorter by it: neither what
/// runs already nor the new period by itself, even if one of them exceeds the limit.
pub(super) fn add(end: End, added: Added) -> Sum {
    let at_least = end.max(added.alone);
    let sum = match added.behind {
        End::On(last) => End::On(last.min(added.limit)),
        End::Never => End::Never,
    };
    Sum { end: at_least.max(sum), is_cut: sum < added.behind && at_least < added.behind }
}

/// Whether an effect still runs on a day.
pub(super) fn runs(end: End, day: Date) -> bool {
    match end {
        End::On(last) => day <= last,
        End::Never => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{Added, End, Sum, add};
    use jiff::civil::date;

    #[test]
    fn rest_and_new_period_add_up_as_far_as_the_limit_goes() {
        let alone = End::On(date(2026, 3, 5));
        let behind = End::On(date(2026, 7, 10));
        let old = End::On(date(2024, 7, 10));
        let table = [
            ("added", old, behind, date(2028, 3, 5), date(2026, 7, 10), false),
            ("cut", old, behind, date(2026, 4, 5), date(2026, 4, 5), true),
            ("not shorter than the new one", old, behind, date(2024, 3, 5), date(2026, 3, 5), true),
            (
                "not shorter than the old one",
                End::On(date(2026, 7, 1)),
                behind,
                date(2026, 4, 5),
                date(2026, 7, 1),
                true,
            ),
        ];
        for (name, old, behind, limit, end, is_cut) in table {
            assert_eq!(add(old, Added { alone, behind, limit }), Sum { end: End::On(end), is_cut }, "{name}");
        }
    }

    #[test]
    fn what_is_for_good_stays_so() {
        let limit = date(2024, 3, 5);
        let added = Added { alone: End::On(limit), behind: End::Never, limit };
        assert_eq!(add(End::Never, added), Sum { end: End::Never, is_cut: false });
        let added = Added { alone: End::Never, ..added };
        assert_eq!(add(End::On(limit), added), Sum { end: End::Never, is_cut: false });
    }
}
