//! How far the work is: a bar for a person, silence for everything else.

use std::io::{IsTerminal, stderr};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// So few documents are done before anybody could read a bar.
const FEW: usize = 4;

/// What the bar shows: how many of how many, how many a second, and how long it will still take.
const TEMPLATE: &str = "{bar:40} {pos}/{len}  {per_sec}  {eta}";

/// A bar on the error output, where that is a terminal and there is much to do.
pub struct Progress(ProgressBar);

impl Progress {
    /// Creates the bar.
    pub fn new(documents: usize, quiet: bool) -> Self {
        let shown = !quiet && documents > FEW && stderr().is_terminal();
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(documents as u64), target);
        if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// Returns whether a person sees it.
    pub fn is_shown(&self) -> bool {
        !self.0.is_hidden()
    }

    /// Notes that a document is done.
    pub fn step(&self) {
        self.0.inc(1);
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}
