//! Who may depend on what: the rules that `ARCHITECTURE.md` rests on, read from the manifests and the lock file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use toml::{Table, Value};

/// Clients of HTTP. `hyper` and `hyper-util` are in every server too: with them it is the feature that counts.
const HTTP_CLIENTS: [&str; 6] = ["hyper-rustls", "reqwest", "ureq", "isahc", "curl", "attohttpc"];
const NATS: [&str; 2] = ["async-nats", "nats"];
const SMTP: [&str; 2] = ["lettre", "mail-send"];
const LDAP: [&str; 1] = ["ldap3"];
const IMAP: [&str; 2] = ["async-imap", "imap"];
/// Clients of databases that are not the program's own.
const FOREIGN: [&str; 1] = ["mysql"];
const DATABASES: [&str; 7] =
    ["rusqlite", "tokio-postgres", "deadpool-postgres", "refinery", "libsqlite3-sys", "sqlx", "diesel"];

/// What is built for tests and measurements alone.
const TOOLS: [&str; 2] = ["kanso-testkit", "kanso-bench"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &Path) -> Table {
    std::fs::read_to_string(path).expect("a file of the workspace").parse().expect("it is TOML")
}

/// The workspace: what each crate of it depends on in the program, and what each package in the lock file does.
struct House {
    crates: BTreeMap<String, BTreeSet<String>>,
    packages: BTreeMap<String, BTreeSet<String>>,
}

impl House {
    fn read() -> Self {
        let folders = std::fs::read_dir(root().join("crates")).expect("the crates");
        let manifests = folders.map(|folder| read(&folder.expect("a crate").path().join("Cargo.toml")));
        let crates = manifests.map(|manifest| (named(&manifest["package"]), dependencies(&manifest)));
        let lock = read(&root().join("Cargo.lock"));
        let mut packages = BTreeMap::<String, BTreeSet<String>>::new();
        for package in lock["package"].as_array().expect("packages") {
            // Those of one name in several versions count as one: each of them is a way to what it depends on.
            packages.entry(named(package)).or_default().extend(locked(package));
        }
        Self { crates: crates.collect(), packages }
    }

    /// What a crate of the workspace brings along itself, not by way of another crate of the workspace.
    fn brought_by(&self, name: &str) -> BTreeSet<&str> {
        let (mut brought, mut open) = (BTreeSet::new(), Vec::new());
        open.extend(self.crates[name].iter().map(String::as_str));
        while let Some(package) = open.pop() {
            if self.crates.contains_key(package) || !brought.insert(package) {
                continue;
            }
            open.extend(self.packages.get(package).into_iter().flatten().map(String::as_str));
        }
        brought
    }

    /// The crates that bring along one of these.
    fn bringing(&self, packages: &[&str]) -> Vec<&str> {
        let brings = |name: &&str| packages.iter().any(|package| self.brought_by(name).contains(package));
        self.crates.keys().map(String::as_str).filter(|name| !TOOLS.contains(name)).filter(brings).collect()
    }
}

fn named(package: &Value) -> String {
    package["name"].as_str().expect("a name").to_owned()
}

/// What the program depends on, not its tests.
fn dependencies(manifest: &Table) -> BTreeSet<String> {
    let tables = ["dependencies", "build-dependencies"].into_iter().filter_map(|key| manifest.get(key));
    tables.filter_map(Value::as_table).flat_map(Table::keys).cloned().collect()
}

/// `name`, or `name version` where there are several.
fn locked(package: &Value) -> Vec<String> {
    let listed = package.get("dependencies").and_then(Value::as_array).into_iter().flatten();
    let name = |entry: &Value| entry.as_str()?.split(' ').next().map(str::to_owned);
    listed.filter_map(name).collect()
}

#[test]
fn only_the_webhook_crate_has_a_client_of_http_and_only_one_crate_one_of_nats() {
    let house = House::read();
    assert_eq!(house.bringing(&HTTP_CLIENTS), ["kanso-webhooks"]);
    assert_eq!(house.bringing(&NATS), ["kanso-nats"]);
    assert_eq!(house.bringing(&SMTP), ["kanso-mail"]);
    assert_eq!(house.bringing(&IMAP), ["kanso-mail"]);
    assert_eq!(house.bringing(&LDAP), ["kanso-sign-in"]);
    let root = read(&root().join("Cargo.toml"));
    let plain = &root["workspace"]["dependencies"]["axum"]["features"];
    assert!(!plain.to_string().contains("client"), "a server brings no client: {plain}");
}

#[test]
fn hyper_itself_is_named_by_the_webhook_crate_alone() {
    let house = House::read();
    for name in ["hyper", "hyper-util"] {
        let naming = house.crates.iter().filter(|(_, dependencies)| dependencies.contains(name));
        let naming: Vec<&str> =
            naming.map(|(name, _)| name.as_str()).filter(|name| !TOOLS.contains(name)).collect();
        assert_eq!(naming, ["kanso-webhooks"], "{name}");
    }
}

#[test]
fn a_database_is_known_to_kanso_db_alone_and_that_to_those_who_write_or_open() {
    let house = House::read();
    // Kanboard's database is read by who knows its tables, and that crate writes no statement for the program's own.
    assert_eq!(house.bringing(&DATABASES), ["kanso-db", "kanso-import"]);
    assert_eq!(house.bringing(&FOREIGN), ["kanso-import"]);
    let of_db = house.crates.iter().filter(|(_, dependencies)| dependencies.contains("kanso-db"));
    let of_db: Vec<&str> =
        of_db.map(|(name, _)| name.as_str()).filter(|name| !TOOLS.contains(name)).collect();
    assert_eq!(of_db, ["kanso", "kanso-core"], "the program names the database, SQL is the core's");
}

#[test]
fn edges_do_not_know_each_other_and_the_domain_knows_nobody() {
    let house = House::read();
    let edges = ["kanso-import", "kanso-web", "kanso-webhooks", "kanso-nats"];
    let own = |name: &str| -> Vec<&str> {
        house.crates[name]
            .iter()
            .map(String::as_str)
            .filter(|known| house.crates.contains_key(*known))
            .collect()
    };
    for edge in edges {
        assert_eq!(own(edge), ["kanso-core", "kanso-domain"], "{edge}");
    }
    assert_eq!(own("kanso-api"), ["kanso-core", "kanso-domain", "kanso-rpc"]);
    assert_eq!(own("kanso-rpc"), ["kanso-domain"], "what is foreign is read without a server");
    assert_eq!(own("kanso-sign-in"), ["kanso-core"]);
    assert_eq!(own("kanso-core"), ["kanso-db", "kanso-domain"]);
    for alone in ["kanso-db", "kanso-domain"] {
        assert!(own(alone).is_empty(), "{alone}");
    }
}

#[test]
fn the_rules_know_the_packages_there_are() {
    let house = House::read();
    for known in [
        "hyper-rustls",
        "async-nats",
        "lettre",
        "async-imap",
        "ldap3",
        "rusqlite",
        "tokio-postgres",
        "mysql",
        "hyper",
    ] {
        assert!(house.packages.contains_key(known), "{known} is called otherwise now: change the rule");
    }
    assert!(house.brought_by("kanso-core").contains("object_store"), "what is brought along is followed");
}

#[test]
fn every_use_case_is_compiled_once() {
    let mut open = vec![root().join("crates/kanso-core/src")];
    let (mut found, mut faults) = (0, Vec::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).expect("a folder");
            open.extend(entries.map(|entry| entry.expect("an entry").path()));
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a source");
        let lines: Vec<&str> = text.lines().collect();
        for pair in lines.windows(2).filter(|pair| pair[1].starts_with("pub async fn ")) {
            found += 1;
            if pair[0] != "#[crate::use_case]" {
                faults.push(format!("{}: {}", path.display(), pair[1]));
            }
        }
    }
    assert!(found > 300, "{found} use cases");
    assert_eq!(faults, Vec::<String>::new());
}

/// Sources that read the row of a project whether it was removed or not, and why that shows nobody anything.
const OF_ANY_PROJECT: [(&str, &str); 10] = [
    ("project/mod.rs", "inside a change or after a question"),
    ("project/copy/mod.rs", "the model is locked"),
    ("event/snapshot.rs", "inside a change"),
    ("task/details.rs", "inside a change"),
    ("task/find.rs", "the condition stands beside the tables"),
    ("event/past.rs", "inside a change"),
    ("user/remove.rs", "of those that the account has a role in, which are none that was removed"),
    ("activity/list.rs", "how many there ever were"),
    ("project/remove.rs", "it deletes"),
    ("change/scope.rs", "the state of its actions, beside the condition"),
];

#[test]
fn what_reads_projects_passes_over_removed_ones() {
    let core = root().join("crates/kanso-core/src");
    let (mut found, mut faults) = (0, Vec::new());
    for path in sources(&core) {
        let name = path.strip_prefix(&core).expect("it is in there").display().to_string();
        if name.contains("tests") || OF_ANY_PROJECT.iter().any(|(known, _)| *known == name) {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a source");
        for (at, _) in text.match_indices(" projects ") {
            let before = &text[..at];
            let reads = ["FROM", "JOIN"].iter().any(|word| before.ends_with(word));
            if !reads || before.ends_with("LEFT JOIN") || before.ends_with("DELETE FROM") {
                continue;
            }
            found += 1;
            let statement: String = text[at..].chars().take(400).collect();
            if !statement.contains("removed_at") {
                faults.push(format!("{name}: {}", statement.lines().next().unwrap_or_default()));
            }
        }
    }
    assert!(found > 25, "{found} statements");
    assert_eq!(faults, Vec::<String>::new(), "a removed project is not there: add `removed_at = 0`");
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let (mut open, mut found) = (vec![folder.to_owned()], Vec::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).expect("a folder");
            open.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else {
            found.push(path);
        }
    }
    found
}
