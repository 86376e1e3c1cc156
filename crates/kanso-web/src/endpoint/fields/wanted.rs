//! The endpoint that a form describes.

use kanso_core::Fault as CoreFault;
use kanso_core::endpoint::{Endpoint, EndpointPatch, Format, MASK, NewEndpoint, Ordering, Retries};
use kanso_domain::EventFilter;

use super::{Fields, Which};

impl Fields {
    /// The endpoint that the form describes.
    ///
    /// # Errors
    ///
    /// The first field that cannot be read.
    pub(crate) fn wanted(&self) -> Result<NewEndpoint, CoreFault> {
        Ok(NewEndpoint {
            project: self.project,
            name: self.name.clone(),
            url: self.url.clone(),
            token: self.token.clone(),
            format: self.format.parse::<Format>().map_err(|_| CoreFault::Unknown("format"))?,
            events: self.filter_of_events()?,
            filter: self.filter.clone(),
            template: self.template.clone(),
            headers: self.headers.clone(),
            enabled: true,
            ordering: self.ordering.parse::<Ordering>().map_err(|_| CoreFault::Unknown("ordering"))?,
            concurrency: number(&self.concurrency, "concurrency")?,
            rate_limit: match self.rate_limit.as_str() {
                "" => None,
                rate => Some(number::<f64>(&rate.replace(',', "."), "rate_limit")?),
            },
            timeout_ms: milliseconds(&self.timeout)?,
            retries: self.retries.parse::<Retries>().map_err(|_| CoreFault::Unknown("retries"))?,
        })
    }

    fn filter_of_events(&self) -> Result<EventFilter, CoreFault> {
        let filter = match self.which {
            Which::All => Ok(EventFilter::default()),
            Which::These if self.events.is_empty() => return Err(CoreFault::Missing("events")),
            Which::These => EventFilter::new(&self.events),
            Which::Patterns => self.patterns.parse(),
        };
        filter.map_err(|unknown| CoreFault::Event(unknown.0))
    }
}

/// What changes when `endpoint` becomes what is wanted. A masked token stays, and so does what the settings say.
pub(crate) fn patch(wanted: NewEndpoint, endpoint: &Endpoint) -> EndpointPatch {
    let patch = EndpointPatch {
        name: Some(wanted.name),
        events: Some(wanted.events),
        filter: Some(wanted.filter),
        headers: Some(wanted.headers),
        ordering: Some(wanted.ordering),
        concurrency: Some(wanted.concurrency),
        rate_limit: Some(wanted.rate_limit),
        timeout_ms: Some(wanted.timeout_ms),
        retries: Some(wanted.retries),
        ..EndpointPatch::default()
    };
    if endpoint.is_of_settings {
        return patch;
    }
    EndpointPatch {
        url: Some(wanted.url),
        token: Some(wanted.token).filter(|token| token != MASK),
        format: Some(wanted.format),
        template: Some(wanted.template),
        ..patch
    }
}

fn number<T: std::str::FromStr>(text: &str, field: &'static str) -> Result<T, CoreFault> {
    text.parse().map_err(|_| CoreFault::Unknown(field))
}

/// Seconds as they are typed, with three digits behind the point at most.
pub(super) fn milliseconds(text: &str) -> Result<u64, CoreFault> {
    let unknown = || CoreFault::Unknown("timeout_ms");
    let text = text.replace(',', ".");
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let digits = format!("{whole}{rest:0<3}");
    let is_number =
        rest.len() <= 3 && !whole.is_empty() && digits.chars().all(|digit| digit.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number).ok_or_else(unknown)
}
