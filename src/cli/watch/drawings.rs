//! The pages of documents as pictures, drawn when a browser asks for them and kept until the document changes. The pages of a document
//! that cannot be made any more stay as they were.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::check::Checked;
use crate::digest;
use crate::driver::{self, BuildRequest, Outcome, Timings, Typesetter, Views};
use crate::render::Form;

/// A page, drawn.
#[derive(Debug, PartialEq, Eq)]
pub struct Drawing {
    /// What the picture is known by: other pictures have another.
    pub digest: String,
    /// The picture.
    pub svg: Vec<u8>,
}

/// From what pages are drawn.
pub struct Source {
    /// The records.
    pub checked: Checked,
    /// What typesets; the worker that made a document still knows it.
    pub typesetter: Arc<Typesetter>,
    /// The edition.
    pub edition: BuildRequest,
}

/// What was drawn, and from what the rest will be.
#[derive(Default)]
pub struct Drawings(Mutex<State>);

#[derive(Default)]
struct State {
    source: Option<Source>,
    drawn: HashMap<String, Arc<Vec<Drawing>>>,
}

impl Drawings {
    /// Draws from now on from another source. Pages of the documents that were made anew are forgotten.
    pub fn renew(&self, source: Source, changed: &[(String, Outcome)]) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (name, _) in changed.iter().filter(|(_, outcome)| *outcome != Outcome::Failed) {
            state.drawn.remove(name);
        }
        state.source = Some(source);
    }

    /// Returns the pages of a document; none where there never were any.
    pub fn pages(&self, name: &str) -> Arc<Vec<Drawing>> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(drawn) = state.drawn.get(name) {
            return Arc::clone(drawn);
        }
        let drawn = state.source.as_ref().and_then(|source| source.draw(name)).map(Arc::new);
        if let Some(drawn) = &drawn {
            state.drawn.insert(name.to_owned(), Arc::clone(drawn));
        }
        drawn.unwrap_or_default()
    }
}

impl Source {
    fn draw(&self, name: &str) -> Option<Vec<Drawing>> {
        let views = [Views::new(&self.checked, &self.edition).ok()?];
        let documents = driver::expected(&views).ok()?;
        let document = documents.into_iter().find(|document| document.name() == name)?;
        let jobs = [document.job];
        let made = driver::make(&self.checked, &self.typesetter, &jobs, &Timings::default(), Form::Svg, || {});
        let made = made.ok()?.pop()?;
        Some(made.rendered.pictures.into_iter().map(|svg| Drawing { digest: digest::of(&svg), svg }).collect())
    }
}
