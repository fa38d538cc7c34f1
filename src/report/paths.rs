//! The figures being explained: each opened from the one before.

use std::rc::Rc;

use yew::prelude::*;

/// The paths of the figures, the one on view last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paths(Vec<AttrValue>);

/// A step among explanations.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Explains a figure.
    Into(AttrValue),
    /// Goes back to the figure before.
    Back,
    /// Closes all.
    Close,
}

impl Paths {
    /// The figure on view.
    #[must_use]
    pub fn now(&self) -> Option<&AttrValue> {
        self.0.last()
    }

    /// Whether there is one before it.
    #[must_use]
    pub fn has_back(&self) -> bool {
        self.0.len() > 1
    }
}

impl Reducible for Paths {
    type Action = Step;
    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let mut paths = self.0.clone();
        match step {
            Step::Into(path) => paths.push(path),
            Step::Back => drop(paths.pop()),
            Step::Close => paths.clear(),
        }
        Rc::new(Paths(paths))
    }
}
