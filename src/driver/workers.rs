//! Plain threads with large stacks that take work from a queue. Documents are not compiled inside a pool that Typst uses itself: a
//! waiting worker there would take another whole document onto its own stack.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use crate::render::Renderer;

/// Typst recurses deeply; its own threads get as much.
const STACK: usize = 64 << 20;

/// Does a job for each item and returns the results in the order of the items.
pub fn each<T: Sync, R: Send>(items: &[T], job: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(items.len()).max(1);
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let mut results: Vec<Option<R>> = items.iter().map(|_| None).collect();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let (sender, next, job) = (sender.clone(), &next, &job);
            let work = move || {
                while let Some(at) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&at| at < items.len()) {
                    if sender.send((at, job(&items[at]))).is_err() {
                        return;
                    }
                }
            };
            std::thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, work)
                .expect("the system gives a thread with a stack of 64 MB");
        }
        drop(sender);
        for (at, result) in receiver {
            results[at] = Some(result);
            Renderer::evict_caches();
        }
    });
    results.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn each_keeps_the_order_of_the_items() {
        let items: Vec<usize> = (0..100).collect();
        assert_eq!(super::each(&items, |n| n * 2), items.iter().map(|n| n * 2).collect::<Vec<_>>());
    }
}
