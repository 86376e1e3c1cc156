//! How far an import is, for who waits.

use std::io::{IsTerminal, Write, stderr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use kanso_import::Progress;

/// How many characters a whole bar has.
const WIDTH: u64 = 40;

/// Tells on standard error: with a bar at a terminal, else with a line for each tenth.
pub(crate) fn progress(doing: &'static str) -> Progress {
    let is_terminal = stderr().is_terminal();
    let told = AtomicU64::new(0);
    Arc::new(move |table, done, total| {
        let steps = if is_terminal { WIDTH * 5 } else { 10 };
        let step = done.saturating_mul(steps) / total.max(1);
        if told.swap(step, Relaxed) == step {
            return;
        }
        let mut out = stderr().lock();
        // Nobody is told when standard error is gone.
        let _ = if is_terminal {
            let end = if done >= total { "\n" } else { "" };
            write!(out, "\r{doing} [{}] {done} of {total} rows, {table:<30}{end}", bar(step / 5))
        } else {
            writeln!(out, "{doing}: {done} of {total} rows, {table}")
        };
    })
}

fn bar(full: u64) -> String {
    (0..WIDTH).map(|place| if place < full { '#' } else { '.' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_fills_up() {
        assert_eq!(bar(0), ".".repeat(40));
        assert_eq!(bar(40), "#".repeat(40));
        assert!(bar(20).starts_with(&"#".repeat(20)) && bar(20).ends_with(&".".repeat(20)));
    }
}
