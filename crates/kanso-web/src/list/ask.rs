//! Which tasks of those found a page lists, and in which order: read from its address, and put into others.

use kanso_core::search::{Order, Sort, Wanted};
use serde::Deserialize;

use crate::address;
use crate::fault::Fault;
use crate::reader::Reader;

/// How many tasks a page lists.
pub(crate) const LISTED: i64 = 30;

/// Where a session keeps the order that a reader chose last.
const KEPT: &str = "list";

/// The query of an address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Given {
    pub(crate) q: Option<String>,
    sort: Option<String>,
    #[serde(default)]
    dir: String,
    /// `1` for a list with subtasks, anything else for one without.
    subtasks: Option<String>,
    page: Option<i64>,
}

/// What a page lists.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ask {
    /// The page without a query.
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) order: Order,
    pub(crate) with_subtasks: bool,
    /// The first page is 1.
    pub(crate) page: i64,
}

impl Ask {
    /// What an address asks for. An order that it names is the usual one from then on.
    pub(crate) async fn read(
        reader: &Reader,
        path: String,
        query: String,
        given: &Given,
    ) -> Result<Self, Fault> {
        let kept: Option<(String, String, bool)> = reader.session.get(KEPT).await.map_err(Fault::internal)?;
        let (sort, dir, subtasks) = kept.clone().unwrap_or_default();
        let now = match &given.sort {
            Some(sort) => (sort.clone(), given.dir.clone(), given.subtasks.as_deref() == Some("1")),
            None => (sort, dir, subtasks),
        };
        if given.sort.is_some() && kept.as_ref() != Some(&now) {
            reader.session.insert(KEPT, &now).await.map_err(Fault::internal)?;
        }
        let (sort, dir, with_subtasks) = now;
        Ok(Self {
            path,
            query,
            order: Order { by: sort_named(&sort), is_descending: dir == "desc" },
            with_subtasks,
            page: given.page.unwrap_or(1).clamp(1, i64::MAX / LISTED),
        })
    }

    /// As the use case takes it.
    pub(crate) fn wanted(&self) -> Wanted {
        Wanted {
            order: self.order,
            after: (self.page - 1) * LISTED,
            limit: LISTED,
            with_subtasks: self.with_subtasks,
        }
    }

    /// The address of this page.
    pub(crate) fn href(&self) -> String {
        let page = if self.page > 1 { self.page.to_string() } else { String::new() };
        address::with(
            &self.path,
            &[
                ("q", &self.query),
                ("sort", name_of(self.order.by)),
                ("dir", if self.order.is_descending { "desc" } else { "" }),
                ("subtasks", if self.with_subtasks { "1" } else { "" }),
                ("page", &page),
            ],
        )
    }

    /// The same from its first page in another order: the other way round, if it is sorted by that already.
    pub(crate) fn sorted_by(&self, by: Sort) -> Self {
        let is_descending = self.order.by == by && !self.order.is_descending;
        Self { order: Order { by, is_descending }, page: 1, ..self.clone() }
    }

    /// Another page of the same.
    pub(crate) fn at(&self, page: i64) -> Self {
        Self { page, ..self.clone() }
    }
}

/// The name of a sort in addresses.
pub(crate) fn name_of(sort: Sort) -> &'static str {
    Sort::ALL.into_iter().find(|(known, _)| *known == sort).map_or("", |(_, name)| name)
}

fn sort_named(name: &str) -> Sort {
    Sort::ALL.into_iter().find(|(_, known)| *known == name).map_or_else(Sort::default, |(sort, _)| sort)
}
