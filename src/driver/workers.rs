//! Plain threads with large stacks that take work from a queue. Documents are not compiled inside a pool that Typst uses itself: a
//! waiting worker there would take another whole document onto its own stack.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use crate::render::Renderer;

/// Typst recurses deeply; its own threads get as much.
const STACK_BYTES: usize = 64 << 20;

/// Does a job for each item, on so many threads, and hands each result over as soon as it is there, with the place of its item. Results wait
/// only for those who take them.
pub fn each<T: Sync, R: Send>(
    items: &[T],
    threads: usize,
    job: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(usize, R),
) {
    let threads = threads.min(items.len()).max(1);
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::sync_channel(threads);
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
                .stack_size(STACK_BYTES)
                .spawn_scoped(scope, work)
                .expect("the system gives a thread with a stack of 64 MB");
        }
        drop(sender);
        for (at, result) in receiver {
            take(at, result);
            Renderer::evict_caches();
        }
    });
}

#[cfg(test)]
mod tests {
    #[test]
    fn each_item_is_done_once_and_known_by_its_place() {
        let items: Vec<usize> = (0..100).collect();
        let mut results = vec![0; 100];
        super::each(&items, 3, |n| n * 2, |at, result| results[at] += result);
        assert_eq!(results, items.iter().map(|n| n * 2).collect::<Vec<_>>());
    }
}
