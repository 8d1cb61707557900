//! How long the stages take, summed over all documents and threads. For those who work on the program; no document knows of it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use serde_json::{Map, Value as Json, json};

/// A stage of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading the files.
    Load,
    /// Checking the records.
    Check,
    /// Cutting them down to an edition and a day.
    View,
    /// Finding out which documents there are to be.
    Plan,
    /// Choosing, ordering and counting.
    Select,
    /// Making the page data.
    Page,
    /// Typesetting and writing the PDF.
    Render,
    /// Writing the files.
    Emit,
}

impl Stage {
    /// Every stage, in the order of the chain.
    pub const ALL: [Self; 8] =
        [Self::Load, Self::Check, Self::View, Self::Plan, Self::Select, Self::Page, Self::Render, Self::Emit];

    fn name(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Check => "check",
            Self::View => "view",
            Self::Plan => "plan",
            Self::Select => "select",
            Self::Page => "page",
            Self::Render => "render",
            Self::Emit => "emit",
        }
    }
}

/// The time that each stage took, in microseconds.
#[derive(Debug, Default)]
pub struct Timings([AtomicU64; Stage::ALL.len()]);

impl Timings {
    /// Works, and adds the time it takes to a stage.
    pub fn stage<T>(&self, stage: Stage, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let done = work();
        let took = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.0[stage as usize].fetch_add(took, Ordering::Relaxed);
        done
    }

    /// Returns the milliseconds of every stage as JSON.
    pub fn to_json(&self) -> Json {
        let milliseconds = |stage: Stage| self.0[stage as usize].load(Ordering::Relaxed) as f64 / 1000.0;
        let stages: Map<String, Json> =
            Stage::ALL.iter().map(|&stage| (stage.name().to_owned(), milliseconds(stage).into())).collect();
        json!({"unit": "ms", "stages": stages})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_gets_the_time_of_its_work_and_no_other_does() {
        let timings = Timings::default();
        let work = || (0..100_000_u64).fold(0, |sum: u64, n| std::hint::black_box(sum.wrapping_add(n)));
        timings.stage(Stage::Page, work);
        let json = timings.to_json();
        assert!(json["stages"]["page"].as_f64() > Some(0.0), "{json}");
        assert_eq!(json["stages"]["select"], 0.0);
    }
}
