//! Things that turn out to be one.

use std::collections::BTreeMap;

/// Things in classes, as a union–find forest. Everything is alone until it is joined.
pub(super) struct Joined<T> {
    parents: BTreeMap<T, T>,
}

impl<T: Copy + Ord> Joined<T> {
    pub(super) fn new() -> Self {
        Self { parents: BTreeMap::new() }
    }

    /// What stands for the class of a thing: the least of it.
    pub(super) fn root(&self, mut thing: T) -> T {
        while let Some(parent) = self.parents.get(&thing) {
            thing = *parent;
        }
        thing
    }

    /// Makes the classes of two things one; whether they were two.
    pub(super) fn join(&mut self, left: T, right: T) -> bool {
        let (left, right) = (self.root(left), self.root(right));
        if left != right {
            self.parents.insert(left.max(right), left.min(right));
        }
        left != right
    }
}

#[cfg(test)]
mod tests {
    use super::Joined;

    #[test]
    fn what_is_joined_has_one_root() {
        let mut joined = Joined::new();
        assert!(joined.join(5, 3) && joined.join(7, 5) && !joined.join(3, 7));
        assert_eq!([3, 5, 7, 9].map(|thing| joined.root(thing)), [3, 3, 3, 9]);
    }
}
