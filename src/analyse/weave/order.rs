//! One order of the members of several scales.

use std::collections::{BTreeMap, BTreeSet};

/// The members of several scales, in an order that contains the order of each.
///
/// Where the orders leave it open which of two comes first, it is the one that an earlier scale has, or has earlier.
///
/// # Errors
/// Two members that one scale has in one order and another in the opposite one. Where no two scales contradict each other,
/// but several do together: members of which each stands before the next, and the last before the first.
pub(super) fn merged(scales: &[Vec<String>]) -> Result<Vec<String>, Vec<String>> {
    let all = gathered(scales);
    let places: BTreeMap<&str, usize> =
        all.iter().enumerate().map(|(place, member)| (member.as_str(), place)).collect();
    let place = |member: &String| places.get(member.as_str()).copied().unwrap_or(0);
    let steps: BTreeSet<(usize, usize)> = scales
        .iter()
        .flat_map(|scale| scale.iter().zip(scale.iter().skip(1)))
        .map(|(before, behind)| (place(before), place(behind)))
        .collect();
    let mut waiting = vec![0_usize; all.len()];
    for (_, behind) in &steps {
        waiting.get_mut(*behind).into_iter().for_each(|count| *count += 1);
    }
    let mut ready: BTreeSet<usize> = (0..all.len()).filter(|place| waiting.get(*place) == Some(&0)).collect();
    let mut order: Vec<String> = Vec::with_capacity(all.len());
    while let Some(next) = ready.pop_first() {
        order.extend(all.get(next).cloned());
        for (_, behind) in steps.range((next, 0)..(next + 1, 0)) {
            if let Some(count) = waiting.get_mut(*behind) {
                *count -= 1;
                if *count == 0 {
                    ready.insert(*behind);
                }
            }
        }
    }
    if order.len() == all.len() {
        return Ok(order);
    }
    let members = || circle(&steps, &waiting).into_iter().filter_map(|place| all.get(place).cloned()).collect();
    Err(opposite(scales).unwrap_or_else(members))
}

/// Two members that one scale has in one order and another in the opposite one.
fn opposite(scales: &[Vec<String>]) -> Option<Vec<String>> {
    let place = |scale: &[String], member: &str| scale.iter().position(|own| own == member);
    for (index, scale) in scales.iter().enumerate() {
        for (first, low) in scale.iter().enumerate() {
            for high in scale.iter().skip(first + 1) {
                let is_opposite = |other: &Vec<String>| match (place(other, low), place(other, high)) {
                    (Some(low), Some(high)) => high < low,
                    _ => false,
                };
                if scales.iter().skip(index + 1).any(is_opposite) {
                    return Some(vec![low.clone(), high.clone()]);
                }
            }
        }
    }
    None
}

/// Places of which each stands before the next, and the last before the first, among those that are still waiting.
fn circle(steps: &BTreeSet<(usize, usize)>, waiting: &[usize]) -> Vec<usize> {
    let is_waiting = |place: usize| waiting.get(place).is_some_and(|count| *count > 0);
    // Whatever waits, waits for something that waits itself; so whoever walks back meets a place again.
    let mut way: Vec<usize> = (0..waiting.len()).find(|place| is_waiting(*place)).into_iter().collect();
    while let Some(behind) = way.last().copied() {
        let Some((before, _)) = steps.iter().find(|(before, to)| *to == behind && is_waiting(*before)) else { break };
        if let Some(start) = way.iter().position(|known| known == before) {
            way.drain(..start);
            way.reverse();
            // Where it begins says nothing; it is told from the member that the scales name first.
            let first = way.iter().enumerate().min_by_key(|(_, place)| **place).map_or(0, |(at, _)| at);
            way.rotate_left(first);
            break;
        }
        way.push(*before);
    }
    // A circle begins anywhere; the first member that is declared makes it the same each time.
    let first = way.iter().enumerate().min_by_key(|(_, place)| **place).map_or(0, |(at, _)| at);
    way.rotate_left(first);
    way
}

/// The members of several enums: those of the first, then what each of the others adds.
pub(super) fn gathered(enums: &[Vec<String>]) -> Vec<String> {
    let mut known: BTreeSet<&str> = BTreeSet::new();
    enums.iter().flatten().filter(|member| known.insert(member)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::{gathered, merged};

    fn scales(texts: &[&str]) -> Vec<Vec<String>> {
        texts.iter().map(|text| text.split(' ').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn both_orders_are_kept() {
        let order = |texts: &[&str]| merged(&scales(texts)).map(|order| order.join(" "));
        assert_eq!(order(&["a b c", "a x c"]).as_deref(), Ok("a b x c"));
        assert_eq!(order(&["b c", "a b d c e"]).as_deref(), Ok("a b d c e"));
        assert_eq!(order(&["a b", "c d"]).as_deref(), Ok("a b c d"));
        assert_eq!(order(&["a b c", "a c b"]), Err(vec!["b".to_owned(), "c".to_owned()]));
        let members = |texts: &[&str]| merged(&scales(texts)).map_err(|members| members.join(" "));
        assert_eq!(members(&["a b", "b c", "c a"]), Err("a b c".to_owned()));
        assert_eq!(members(&["x b", "b c d", "d b2 e", "e c"]), Err("c d b2 e".to_owned()));
    }

    #[test]
    fn enums_have_no_order_to_contradict() {
        assert_eq!(gathered(&scales(&["b a", "a c b"])).join(" "), "b a c");
    }
}
