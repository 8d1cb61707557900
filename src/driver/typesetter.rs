//! Who renders: this process, or workers that can be stopped.

use std::path::Path;
use std::sync::{Condvar, Mutex, OnceLock, PoisonError};
use std::thread;

use super::timings::{Stage, Timings};
use crate::render::{Limits, RenderFault, RenderJob, Rendered, Renderer, Worker};

/// What renders the documents of a run, for any number of threads.
pub struct Typesetter {
    renderer: Renderer,
    fonts: OnceLock<String>,
    pool: Option<Pool>,
}

/// Workers, no more of them than documents are rendered at the same time.
struct Pool {
    workers: Mutex<Workers>,
    given_back: Condvar,
    most: usize,
    new: Box<dyn Fn() -> Worker + Send + Sync>,
}

/// Those that have nothing to do just now, and how many there are.
#[derive(Default)]
struct Workers {
    idle: Vec<Worker>,
    count: usize,
}

impl Typesetter {
    /// Renders in this process, which an endless template then holds up.
    pub fn in_process(templates: &Path, fonts: &Path) -> Self {
        Self { renderer: Renderer::open(templates, fonts), fonts: OnceLock::new(), pool: None }
    }

    /// Renders in workers, as many as there are processors.
    pub fn in_workers(templates: &Path, fonts: &Path, limits: Limits) -> Self {
        let (own_templates, own_fonts) = (templates.to_path_buf(), fonts.to_path_buf());
        let new = Box::new(move || Worker::new(limits, &own_templates, &own_fonts));
        let pool = Pool { workers: Mutex::default(), given_back: Condvar::new(), most: processors(), new };
        Self { pool: Some(pool), ..Self::in_process(templates, fonts) }
    }

    /// Renders so many documents at the same time.
    pub fn at_most(mut self, most: usize) -> Self {
        if let Some(pool) = &mut self.pool {
            pool.most = most.max(1);
        }
        self
    }

    /// Returns how many threads keep it busy: beside those that wait for a worker, one that selects what comes next and writes what is there.
    pub fn threads(&self) -> usize {
        self.pool.as_ref().map_or_else(processors, |pool| pool.most + 1)
    }

    /// Starts a worker that reads its fonts while something else is done.
    pub fn warm_up(&self) {
        if let Some(pool) = &self.pool {
            let mut worker = pool.take();
            // Whoever needs it hears why it cannot be started.
            let _ = worker.start();
            pool.give_back(worker);
        }
    }

    /// Renders, as soon as a worker has nothing else to do, and takes the time of rendering.
    ///
    /// # Errors
    /// Returns the faults of the document.
    pub fn render(&self, job: &RenderJob, timings: &Timings) -> Result<Rendered, Vec<RenderFault>> {
        let Some(pool) = &self.pool else { return timings.stage(Stage::Render, || self.renderer.render(job)) };
        let mut worker = pool.take();
        let rendered = timings.stage(Stage::Render, || worker.render(job));
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
        let workers = self.workers.lock().unwrap_or_else(PoisonError::into_inner);
        let none = |workers: &mut Workers| workers.idle.is_empty() && workers.count >= self.most;
        let mut workers = self.given_back.wait_while(workers, none).unwrap_or_else(PoisonError::into_inner);
        workers.idle.pop().unwrap_or_else(|| {
            workers.count += 1;
            (self.new)()
        })
    }

    fn give_back(&self, worker: Worker) {
        self.workers.lock().unwrap_or_else(PoisonError::into_inner).idle.push(worker);
        self.given_back.notify_one();
    }
}

fn processors() -> usize {
    thread::available_parallelism().map_or(1, std::num::NonZero::get)
}
