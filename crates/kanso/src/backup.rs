//! `kanso backup` and `kanso restore`.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use anyhow::{Context, bail};
use kanso_core::Actor;
use kanso_core::backup::{
    Backup, BackupFault, CheckedBackup, KeyFate, Passphrase, Restore, Restored, check_backup, restore_backup,
    write_backup,
};

use crate::cli::{BackupOptions, RestoreOptions};
use crate::config::Config;
use crate::import_progress::progress;
use crate::table::Table;
use crate::{open_as_it_is, say};

/// Where a backup without a key is put in, its secrets are lost.
const BRING_THE_KEY: &str = "The secret key of the other installation is not here, and without it webhooks are not \
    signed and second factors cannot be checked. Put its secret.key into the data folder (or give it as \
    KANSO_SECRET_KEY) before you start the server. If it is lost for good: `kanso secrets forget`.";

/// Writes a backup, or looks at one.
pub(crate) async fn back_up(config: &Config, options: &BackupOptions) -> anyhow::Result<()> {
    if options.verify {
        let (checked, _) = check(config, options).await?;
        return say(&format!("{}\nThe backup is whole.", told(&checked)));
    }
    let passphrase = match config.passphrase()? {
        None if options.encrypt => Some(ask_twice()?),
        given => given,
    };
    let app = open_as_it_is(config).await?;
    let file = options.file.clone();
    let backup = Backup { file, passphrase, progress: Some(progress("backing up")) };
    let written = write_backup(&app, &Actor::Application, backup).await;
    let has_lost_key = app.has_lost_secrets();
    app.close().await;
    let written = written.context("no backup was written")?;
    say(&told(&written.checked))?;
    for path in &written.lost {
        say(&format!("The content of a file was lost before: {path}"))?;
    }
    say(&key_of(&written.checked, has_lost_key))?;
    say(&format!("Written and read back: {}", options.file.display()))
}

/// What becomes of the secret key, in words.
fn key_of(checked: &CheckedBackup, is_lost: bool) -> String {
    if checked.has_key {
        return "The secret key is in it: keep the passphrase, and keep it elsewhere.".to_owned();
    }
    let why = if is_lost { "it is not here, or not the database's" } else { "the backup is not encrypted" };
    format!(
        "The secret key is not in it, since {why}: keep a copy of secret.key (or KANSO_SECRET_KEY) elsewhere."
    )
}

async fn check(
    config: &Config,
    options: &BackupOptions,
) -> anyhow::Result<(CheckedBackup, Option<Passphrase>)> {
    let mut passphrase = config.passphrase()?;
    let read = |passphrase| check_backup(options.file.clone(), passphrase, Some(progress("reading")));
    let checked = match read(passphrase.clone()).await {
        Err(BackupFault::NeedsPassphrase) => {
            passphrase = Some(ask()?);
            read(passphrase.clone()).await
        }
        checked => checked,
    };
    Ok((checked.with_context(|| options.file.display().to_string())?, passphrase))
}

/// Puts a backup in. The exit code is 1 where nothing was changed.
pub(crate) async fn restore(config: &Config, options: &RestoreOptions) -> anyhow::Result<ExitCode> {
    let looked = BackupOptions { file: options.file.clone(), verify: true, encrypt: false };
    let (checked, passphrase) = check(config, &looked).await?;
    say(&told(&checked))?;
    if options.replace && !options.yes && !is_sure()? {
        say("Nothing was changed.")?;
        return Ok(ExitCode::FAILURE);
    }
    let restored = restore_backup(Restore {
        file: options.file.clone(),
        backup: checked.clone(),
        passphrase,
        database: config.database()?,
        files: config.files(),
        given_key: config.given_key()?,
        key_folder: config.data().to_owned(),
        replace: options.replace,
        progress: Some(progress("restoring")),
    })
    .await
    .context("nothing was restored")?;
    say(&done(&checked, &restored))?;
    Ok(ExitCode::SUCCESS)
}

/// What is in a backup.
fn told(checked: &CheckedBackup) -> String {
    let mut table = Table::new(&["TABLE", "ROWS"]);
    for (name, rows) in checked.tables.iter().filter(|(_, rows)| *rows > 0) {
        table.row([name.clone(), rows.to_string()]);
    }
    let at = jiff::Timestamp::from_millisecond(checked.created_at_ms).unwrap_or_default();
    format!(
        "{table}\n{} rows and {} contents of files ({} lost before), {} bytes{}, written at {} by {} from {}, tables of \
         version {}",
        checked.rows,
        checked.files,
        checked.lost,
        checked.bytes,
        if checked.is_encrypted { ", encrypted" } else { "" },
        at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        checked.program,
        checked.database,
        checked.schema,
    )
}

fn done(checked: &CheckedBackup, restored: &Restored) -> String {
    let key = match &restored.key {
        KeyFate::Fits => "The secret key that is here opens its secrets.".to_owned(),
        KeyFate::Brought(None) => "The secret key came along: it is in secret.key now.".to_owned(),
        KeyFate::Brought(Some(before)) => {
            format!(
                "The secret key came along: it is in secret.key now, the one before in {}.",
                before.display()
            )
        }
        KeyFate::Missing => BRING_THE_KEY.to_owned(),
    };
    format!(
        "Restored: {} rows and {} contents of files.\n{key}\nStart `kanso serve`. What waited to be sent when the \
         backup was written, webhooks and mails, is sent then.",
        checked.rows, checked.files,
    )
}

/// Asks the person at the terminal.
fn is_sure() -> anyhow::Result<bool> {
    let answer = line("Delete all that is in this database and put the backup in its place? Type yes: ")?;
    Ok(answer.trim() == "yes")
}

fn ask() -> anyhow::Result<Passphrase> {
    match Passphrase::new(&line("Passphrase of the backup: ")?) {
        Some(passphrase) => Ok(passphrase),
        None => Err(BackupFault::NeedsPassphrase.into()),
    }
}

fn ask_twice() -> anyhow::Result<Passphrase> {
    let passphrase = ask().context("no passphrase was given")?;
    let again = ask().context("the passphrase was not repeated")?;
    if !passphrase.is_same(&again) {
        bail!("the two passphrases are not the same");
    }
    Ok(passphrase)
}

fn line(question: &str) -> anyhow::Result<String> {
    if std::io::stdin().is_terminal() {
        write!(std::io::stderr(), "{question}")?;
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).context("cannot read the answer")?;
    Ok(line)
}
