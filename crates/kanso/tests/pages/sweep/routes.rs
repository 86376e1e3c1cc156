//! The table of pages, read from its source: a route that is added is swept without anybody thinking of it.

const SOURCES: [&str; 2] = [
    include_str!("../../../../kanso-web/src/router.rs"),
    include_str!("../../../../kanso-web/src/router/projects.rs"),
];

/// A line of the table.
pub(super) struct Route {
    pub(super) path: String,
    pub(super) reads: bool,
    pub(super) writes: bool,
}

pub(super) fn all() -> Vec<Route> {
    let routes: Vec<Route> =
        SOURCES.iter().flat_map(|source| source.split(".route(").skip(1)).map(read).collect();
    assert!(routes.len() > 230, "the table was not read: {}", routes.len());
    assert!(routes.iter().all(|route| route.reads || route.writes), "each route reads or writes");
    routes
}

/// What stands behind `.route(`, up to the bracket that closes it.
fn read(rest: &str) -> Route {
    let mut depth = 1;
    let end = rest.find(|letter| {
        depth += match letter {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0
    });
    let line = &rest[..end.unwrap()];
    let path = line.split('"').nth(1).unwrap().to_owned();
    let handlers = &line[line.find(',').unwrap()..];
    let has = |method: &str| {
        handlers
            .match_indices(method)
            .any(|(at, _)| !handlers[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    Route { path, reads: has("get("), writes: has("post(") }
}
