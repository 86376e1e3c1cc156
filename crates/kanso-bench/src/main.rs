//! Measures the release program over HTTP, and beside each figure this machine's limit: an empty HTTP handler,
//! and a bare loop that posts the same body to the same receiver. `make bench` runs it.
//!
//! Everything runs on one machine and shares its cores, so the ratios say more than the figures.

mod backup;
mod board;
mod deliveries;
mod import;
mod large;
mod load;
mod mixed;
mod receiver;
mod reports;
mod rpc;
mod rules;
mod server;
mod size;
mod table;

use std::process::ExitCode;

use size::Size;
use table::Table;

fn main() -> ExitCode {
    match measure() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            table::complain(&error);
            ExitCode::FAILURE
        }
    }
}

fn measure() -> anyhow::Result<()> {
    // The load has a runtime of its own, as clients have processes of their own.
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let mut table = Table::default();
        let program = server::program()?;
        // `kanso-bench api`, `kanso-bench board`, `kanso-bench rules`, `kanso-bench reports`
        let asked = |name: &str| std::env::args().any(|argument| argument == name);
        if asked("api") {
            rpc::measure(&program, &mut table).await?;
            return table.print();
        }
        if asked("board") {
            board::measure(&program, &mut table).await?;
            return table.print();
        }
        if asked("rules") {
            rules::measure(&program, &mut table).await?;
            return table.print();
        }
        if asked("reports") {
            reports::measure(&program, &mut table, Size::asked()).await?;
            return table.print();
        }
        // `kanso-bench import`
        if asked("import") {
            import::measure(&program, &mut table).await?;
            return table.print();
        }
        // `kanso-bench backup`
        if asked("backup") {
            backup::measure(&program, &mut table).await?;
            return table.print();
        }
        rpc::measure(&program, &mut table).await?;
        mixed::measure(&program, &mut table).await?;
        board::measure(&program, &mut table).await?;
        rules::measure(&program, &mut table).await?;
        large::measure(&program, &mut table, Size::asked()).await?;
        deliveries::measure(&program, &mut table).await?;
        import::measure(&program, &mut table).await?;
        table.print()
    })
}
