//! The order of the variables in the diagrams.
//!
//! Variables that conditions mention together are to be near each other. The order starts as the text does and is
//! improved as in Aloul, Markov and Sakallah, "FORCE: a fast and easy-to-implement variable-ordering heuristic" (2003):
//! every variable moves to the middle of the conditions that mention it, again and again; the best order is kept.
//!
//! Variables that conditions of all kinds mention would keep everything together. They come first: once their values are
//! known, what is left falls apart into topics.

use std::cmp::Reverse;

const ROUNDS: usize = 30;

/// A variable comes first if at least so many conditions mention it,
const HUB_CONDITIONS: usize = 32;
/// and so many times as many as mention a variable on average.
const HUB_SHARE: usize = 3;
/// Most combinations of values of the variables that come first.
const MAX_HUB_VALUES: usize = 4_096;

/// An order of variables with these numbers of values, for conditions that mention these.
pub(super) fn ordered(sizes: &[usize], conditions: &[Vec<usize>]) -> Vec<usize> {
    let hubs = hubs(sizes, conditions);
    let others = |condition: &Vec<usize>| -> Vec<usize> {
        condition.iter().copied().filter(|variable| !hubs.contains(variable)).collect()
    };
    let topics: Vec<Vec<usize>> = conditions.iter().map(others).collect();
    let order = near_each_other(sizes.len(), &topics).into_iter().filter(|variable| !hubs.contains(variable));
    hubs.iter().copied().chain(order).collect()
}

/// The variables that come first, those that most conditions mention before the others.
fn hubs(sizes: &[usize], conditions: &[Vec<usize>]) -> Vec<usize> {
    let mut mentions = vec![0_usize; sizes.len()];
    for variable in conditions.iter().flatten() {
        if let Some(mentions) = mentions.get_mut(*variable) {
            *mentions += 1;
        }
    }
    let total: usize = mentions.iter().sum();
    let is_hub = |own: usize| own >= HUB_CONDITIONS && own * sizes.len() > HUB_SHARE * total;
    let mut found: Vec<(Reverse<usize>, usize)> =
        mentions.iter().enumerate().filter(|(_, own)| is_hub(**own)).map(|(one, own)| (Reverse(*own), one)).collect();
    found.sort_unstable();
    let mut values = 1_usize;
    found.retain(|(_, variable)| {
        let all = values.saturating_mul(sizes.get(*variable).copied().unwrap_or(1));
        let fits = all <= MAX_HUB_VALUES;
        values = if fits { all } else { values };
        fits
    });
    found.into_iter().map(|(_, variable)| variable).collect()
}

/// An order in which what conditions mention together stands together.
fn near_each_other(count: usize, conditions: &[Vec<usize>]) -> Vec<usize> {
    let mut order: Vec<usize> = first_mentions(count, conditions);
    let mut best = (spread(&order, conditions), order.clone());
    for _ in 0..ROUNDS {
        let next = moved(&order, conditions);
        if next == order {
            break;
        }
        order = next;
        let found = spread(&order, conditions);
        if found < best.0 {
            best = (found, order.clone());
        }
    }
    best.1
}

fn first_mentions(count: usize, conditions: &[Vec<usize>]) -> Vec<usize> {
    let mut seen = vec![false; count];
    let mut order = Vec::with_capacity(count);
    for variable in conditions.iter().flatten().copied().chain(0..count) {
        if let Some(seen) = seen.get_mut(variable)
            && !std::mem::replace(seen, true)
        {
            order.push(variable);
        }
    }
    order
}

/// The place of each variable in an order.
fn places(order: &[usize]) -> Vec<usize> {
    let mut places = vec![0; order.len()];
    for (place, variable) in order.iter().enumerate() {
        if let Some(slot) = places.get_mut(*variable) {
            *slot = place;
        }
    }
    places
}

/// How far apart the variables of the conditions are, all conditions together.
fn spread(order: &[usize], conditions: &[Vec<usize>]) -> usize {
    let places = places(order);
    let reach = |condition: &Vec<usize>| {
        let own = || condition.iter().filter_map(|variable| places.get(*variable));
        own().max().unwrap_or(&0) - own().min().unwrap_or(&0)
    };
    conditions.iter().map(reach).sum()
}

/// Every variable in the middle of the middles of its conditions. Numbers are whole, so that every machine agrees.
fn moved(order: &[usize], conditions: &[Vec<usize>]) -> Vec<usize> {
    const SCALE: usize = 1 << 16;
    let places = places(order);
    let mut sums = vec![(0_usize, 0_usize); order.len()];
    for condition in conditions.iter().filter(|condition| !condition.is_empty()) {
        let total: usize = condition.iter().filter_map(|variable| places.get(*variable)).sum();
        let middle = total * SCALE / condition.len();
        for variable in condition {
            if let Some((sum, count)) = sums.get_mut(*variable) {
                *sum += middle;
                *count += 1;
            }
        }
    }
    let middle = |variable: usize| match (sums.get(variable), places.get(variable)) {
        (Some((sum, count)), _) if *count > 0 => sum / count,
        (_, Some(place)) => place * SCALE,
        _ => 0,
    };
    let mut next: Vec<usize> = order.to_vec();
    next.sort_by_key(|variable| (middle(*variable), *variable));
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_mentioned_together_stands_together() {
        // Two topics, mentioned in turns.
        let conditions = vec![vec![0, 2, 4], vec![1, 3, 5], vec![0, 4], vec![1, 5], vec![2, 4], vec![3, 5]];
        let order = ordered(&[2; 6], &conditions);
        let halves: Vec<usize> = order.iter().map(|variable| variable % 2).collect();
        assert!(halves.windows(2).filter(|pair| pair[0] != pair[1]).count() == 1, "{order:?}");
    }

    #[test]
    fn what_conditions_of_all_topics_mention_comes_first() {
        let conditions: Vec<Vec<usize>> = (0..40).map(|number| vec![number % 20, 20, 21 + number % 2]).collect();
        let mut sizes = [2; 23];
        assert_eq!(ordered(&sizes, &conditions).first(), Some(&20));
        sizes[20] = MAX_HUB_VALUES + 1;
        assert_ne!(ordered(&sizes, &conditions).first(), Some(&20));
    }

    #[test]
    fn every_variable_has_one_place() {
        let mut order = ordered(&[2; 5], &[vec![4, 1], vec![]]);
        order.sort_unstable();
        assert_eq!(order, [0, 1, 2, 3, 4]);
    }
}
