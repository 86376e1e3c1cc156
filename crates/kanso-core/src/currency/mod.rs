//! What money of other currencies is worth, for all projects.

use kanso_db::{params, row};
use kanso_domain::Permission;

use crate::setting::set_setting;
use crate::{Actor, App, Error, Fault, Kind, Result};

row! {
    /// What one unit of a currency is worth in that of the setting `application_currency`.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Rate {
        /// Three capital letters, as ISO 4217 has them.
        pub currency: String,
        /// Greater than 0.
        pub rate: f64,
    }
}

/// All rates by currency, for administrators.
#[crate::use_case]
pub async fn list_rates(app: &App, actor: &Actor) -> Result<Vec<Rate>> {
    actor.require(Permission::Administrate)?;
    let list = format!("SELECT {} FROM currencies", Rate::COLUMNS);
    let mut rates: Vec<Rate> =
        app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, &[]).await?) })).await?;
    // Sorted here: the databases' collations differ.
    rates.sort_by(|a, b| a.currency.cmp(&b.currency));
    Ok(rates)
}

/// Stores what a currency is worth, in place of what it was worth so far.
///
/// # Errors
///
/// [`Error::Invalid`] for what is no code of a currency, and for a rate that is not a number above 0.
#[crate::use_case]
pub async fn set_rate(app: &App, actor: &Actor, currency: &str, rate: f64) -> Result<()> {
    const SET: &str = "INSERT INTO currencies (currency, rate) VALUES ($1, $2) \
        ON CONFLICT (currency) DO UPDATE SET rate = excluded.rate";
    actor.require(Permission::Administrate)?;
    let currency = code(currency)?;
    if !(rate.is_finite() && rate > 0.0) {
        return Err(Error::Invalid(Fault::OutOfRange("rate", "> 0".to_owned())));
    }
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            change.conn().execute(SET, params![currency, rate]).await?;
            Ok(())
        })
    })
    .await
}

/// Makes a currency the one that all others are worth something in. The rates stay as they are.
///
/// # Errors
///
/// [`Error::Invalid`] for what is no code of a currency.
#[crate::use_case]
pub async fn set_reference(app: &App, actor: &Actor, currency: &str) -> Result<()> {
    set_setting(app, actor, "application_currency", &code(currency)?).await
}

/// Forgets what a currency is worth.
#[crate::use_case]
pub async fn remove_rate(app: &App, actor: &Actor, currency: &str) -> Result<()> {
    const REMOVE: &str = "DELETE FROM currencies WHERE currency = $1";
    actor.require(Permission::Administrate)?;
    let currency = code(currency)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let removed = change.conn().execute(REMOVE, params![currency]).await?;
            (removed == 1).then_some(()).ok_or(Error::NotFound(Kind::Currency))
        })
    })
    .await
}

/// The code in capital letters.
fn code(text: &str) -> Result<String> {
    let text = text.trim();
    let is_code = text.len() == 3 && text.chars().all(|letter| letter.is_ascii_alphabetic());
    is_code.then(|| text.to_ascii_uppercase()).ok_or(Error::Invalid(Fault::Unknown("currency")))
}
