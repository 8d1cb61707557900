//! Who renders: this process, or workers that can be stopped.

use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::render::{Limits, RenderFault, RenderJob, Rendered, Renderer, Worker};

/// What renders the documents of a run, for any number of threads.
pub struct Typesetter {
    renderer: Renderer,
    fonts: OnceLock<String>,
    pool: Option<Pool>,
    /// How many documents are rendered at the same time; none for as many as there are processors.
    at_once: Option<usize>,
}

/// Workers that have nothing to do just now, and how new ones are made.
struct Pool {
    idle: Mutex<Vec<Worker>>,
    new: Box<dyn Fn() -> Worker + Send + Sync>,
}

impl Typesetter {
    /// Renders in this process, which an endless template then holds up.
    pub fn in_process(templates: &Path, fonts: &Path) -> Self {
        Self { renderer: Renderer::open(templates, fonts), fonts: OnceLock::new(), pool: None, at_once: None }
    }

    /// Renders in workers, one for each thread that asks.
    pub fn in_workers(templates: &Path, fonts: &Path, limits: Limits) -> Self {
        let (own_templates, own_fonts) = (templates.to_path_buf(), fonts.to_path_buf());
        let new = Box::new(move || Worker::new(limits, &own_templates, &own_fonts));
        Self { pool: Some(Pool { idle: Mutex::default(), new }), ..Self::in_process(templates, fonts) }
    }

    /// Renders one document after the other, in one worker: for small documents beside which something else is done.
    pub fn one_at_a_time(self) -> Self {
        Self { at_once: Some(1), ..self }
    }

    /// Returns how many documents are rendered at the same time; none for as many as there are processors.
    pub fn at_once(&self) -> Option<usize> {
        self.at_once
    }

    /// Starts a worker that reads its fonts while something else is done.
    pub fn warm_up(&self) {
        if let Some(pool) = &self.pool {
            let mut worker = (pool.new)();
            // Whoever needs it hears why it cannot be started.
            let _ = worker.start();
            pool.give_back(worker);
        }
    }

    /// Renders.
    ///
    /// # Errors
    /// Returns the faults of the document.
    pub fn render(&self, job: &RenderJob) -> Result<Rendered, Vec<RenderFault>> {
        let Some(pool) = &self.pool else { return self.renderer.render(job) };
        let mut worker = pool.take();
        let rendered = worker.render(job);
        pool.give_back(worker);
        rendered
    }

    /// Returns the digest of the fonts.
    pub fn fonts(&self) -> &str {
        self.fonts.get_or_init(|| self.renderer.font_digest())
    }

    /// Returns the digest of a template as it is now.
    pub fn template(&self, path: &str) -> Option<String> {
        self.renderer.template_digest(path)
    }
}

impl Pool {
    fn take(&self) -> Worker {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.unwrap_or_else(|| (self.new)())
    }

    fn give_back(&self, worker: Worker) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(worker);
    }
}
