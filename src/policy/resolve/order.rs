//! An order in which everything comes after what it needs.

/// What [`dependency_order`] finds.
pub(super) struct DependencyOrder {
    /// Every index after those it needs; where they need each other in a circle, in some order.
    pub(super) order: Vec<usize>,
    /// The circles, each from its first member along what it needs, without the first member at its end.
    pub(super) circles: Vec<Vec<usize>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    New,
    Open,
    Done,
}

/// Orders indices by what each of them needs. Depth first without recursion: a chain may be as long as the file.
pub(super) fn dependency_order(needs: &[Vec<usize>]) -> DependencyOrder {
    let (mut order, mut circles) = (Vec::new(), Vec::new());
    let mut state = vec![Visit::New; needs.len()];
    for start in 0..needs.len() {
        let mut stack = vec![(start, 0_usize)];
        while let Some((index, next)) = stack.pop() {
            let Some(slot) = state.get_mut(index) else { continue };
            if *slot == Visit::Done || (*slot == Visit::Open && next == 0) {
                continue;
            }
            *slot = Visit::Open;
            let Some(target) = needs.get(index).and_then(|list| list.get(next)).copied() else {
                *slot = Visit::Done;
                order.push(index);
                continue;
            };
            stack.push((index, next + 1));
            match state.get(target) {
                Some(Visit::New) => stack.push((target, 0)),
                Some(Visit::Open) => {
                    let begin = stack.iter().position(|(index, _)| *index == target).unwrap_or(0);
                    circles.push(stack.iter().skip(begin).map(|(index, _)| *index).collect());
                }
                Some(Visit::Done) | None => {}
            }
        }
    }
    DependencyOrder { order, circles }
}
