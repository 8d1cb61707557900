//! Who renders: this process, or workers that can be stopped.

use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
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
            // Whoever needs it hears why it cannot be started.
            let _ = pool.take().start();
        }
    }

    /// Renders, as soon as a worker has nothing else to do, and takes the time of rendering.
    ///
    /// # Errors
    /// Returns the faults of the document.
    pub fn render(&self, job: &RenderJob, timings: &Timings) -> Result<Rendered, Vec<RenderFault>> {
        let Some(pool) = &self.pool else { return timings.stage(Stage::Render, || self.renderer.render(job)) };
        let mut worker = pool.take();
        timings.stage(Stage::Render, || worker.render(job))
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
    /// Takes a worker that has nothing to do, or waits for one.
    fn take(&self) -> Taken<'_> {
        let none = |workers: &mut Workers| workers.idle.is_empty() && workers.count >= self.most;
        let mut workers = self.given_back.wait_while(self.lock(), none).unwrap_or_else(PoisonError::into_inner);
        let worker = workers.idle.pop().unwrap_or_else(|| {
            workers.count += 1;
            (self.new)()
        });
        Taken { pool: self, worker: Some(worker) }
    }

    fn lock(&self) -> MutexGuard<'_, Workers> {
        self.workers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A worker that goes back when it is done with, whatever happens meanwhile: others wait for it.
struct Taken<'p> {
    pool: &'p Pool,
    worker: Option<Worker>,
}

impl Deref for Taken<'_> {
    type Target = Worker;

    fn deref(&self) -> &Worker {
        self.worker.as_ref().expect("it is taken until it is dropped")
    }
}

impl DerefMut for Taken<'_> {
    fn deref_mut(&mut self) -> &mut Worker {
        self.worker.as_mut().expect("it is taken until it is dropped")
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.pool.lock().idle.extend(self.worker.take());
        self.pool.given_back.notify_one();
    }
}

fn processors() -> usize {
    thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::driver::workers;

    #[test]
    fn no_more_workers_are_made_than_may_render_at_once_and_none_is_lost() {
        let typesetter =
            Typesetter::in_workers(Path::new("templates"), Path::new("fonts"), Limits::default()).at_most(2);
        let pool = typesetter.pool.as_ref().expect("it has workers");
        let taken = Mutex::new((0, 0));
        let hold = |_: &usize| {
            let _worker = pool.take();
            let mut now = taken.lock().expect("no thread panics");
            *now = (now.0 + 1, now.1.max(now.0 + 1));
            drop(now);
            thread::yield_now();
            taken.lock().expect("no thread panics").0 -= 1;
        };
        workers::each(&(0..100).collect::<Vec<usize>>(), 5, hold, |_, ()| ());
        let most = taken.lock().expect("no thread panics").1;
        assert!(most <= 2, "{most} at the same time");
        let broken = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _worker = pool.take();
            panic!("while it renders");
        }));
        assert!(broken.is_err());
        let workers = pool.lock();
        assert_eq!(workers.count, workers.idle.len(), "every worker is given back");
    }
}
