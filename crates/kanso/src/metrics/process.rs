//! What the system tells of this process, by the names that Prometheus' own libraries use.

use std::fs;

use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;

/// Figures of the process.
#[derive(Default)]
pub(super) struct Process {
    started: Gauge,
    memory: Gauge,
    files: Gauge,
}

impl Process {
    /// Names the figures. `now` is in Unix seconds.
    pub(super) fn register(now: i64, registry: &mut Registry) -> Self {
        let process = Self::default();
        process.started.set(now);
        let started = "When the server was started, in Unix seconds";
        registry.register("process_start_time_seconds", started, process.started.clone());
        // Only Linux tells these in files.
        if resident().is_some() {
            registry.register("process_resident_memory_bytes", "Memory in use", process.memory.clone());
            registry.register("process_open_fds", "Open files and connections", process.files.clone());
        }
        process
    }

    /// Looks again.
    pub(super) fn look(&self) {
        self.memory.set(resident().unwrap_or_default());
        let open = fs::read_dir("/proc/self/fd").map_or(0, Iterator::count);
        self.files.set(i64::try_from(open).unwrap_or_default());
    }
}

/// The memory that is in use, in bytes.
fn resident() -> Option<i64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: i64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}
