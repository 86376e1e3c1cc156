//! A directory of its own.

use std::path::Path;
use std::process::Stdio;

use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStderr, Command};

use crate::gate::Gate;
use crate::imap::{certify, free_port};

/// Debian's slapd on ports of its own, its entries in a folder of its own. It is killed when this is dropped.
pub struct PeopleDirectory {
    _child: Child,
    // Kept open: a program whose output nobody reads would fail to write.
    _output: Lines<BufReader<ChildStderr>>,
    port: u16,
    tls_port: u16,
    folder: TempDir,
}

/// Who is in it: Ada is a chief and speaks French, Bob is staff, and two people are called Kim.
const PEOPLE: &str = "\
dn: dc=example,dc=org
objectClass: dcObject
objectClass: organization
dc: example
o: Example

dn: ou=people,dc=example,dc=org
objectClass: organizationalUnit
ou: people

dn: ou=groups,dc=example,dc=org
objectClass: organizationalUnit
ou: groups

dn: cn=kanso,dc=example,dc=org
objectClass: organizationalRole
objectClass: simpleSecurityObject
cn: kanso
userPassword: service secret

dn: uid=Ada,ou=people,dc=example,dc=org
objectClass: inetOrgPerson
uid: Ada
cn: Ada Lovelace
sn: Lovelace
mail: ada@example.org
preferredLanguage: fr-FR
userPassword: ada's secret
memberOf: cn=chiefs,ou=groups,dc=example,dc=org
memberOf: cn=staff,ou=groups,dc=example,dc=org

dn: uid=bob,ou=people,dc=example,dc=org
objectClass: inetOrgPerson
uid: bob
cn: Bob Stone
sn: Stone
mail: bob@example.org
userPassword: bob's secret
memberOf: cn=staff,ou=groups,dc=example,dc=org

dn: uid=kim,ou=people,dc=example,dc=org
objectClass: inetOrgPerson
uid: kim
cn: Kim
sn: One
mail: kim@example.org
userPassword: kim's secret

dn: uid=kim2,ou=people,dc=example,dc=org
objectClass: inetOrgPerson
uid: kim2
uid: kim
cn: Kim
sn: Two
userPassword: kim's secret

dn: cn=chiefs,ou=groups,dc=example,dc=org
objectClass: groupOfNames
cn: chiefs
member: uid=Ada,ou=people,dc=example,dc=org

dn: cn=staff,ou=groups,dc=example,dc=org
objectClass: groupOfNames
cn: staff
member: uid=Ada,ou=people,dc=example,dc=org
member: uid=bob,ou=people,dc=example,dc=org
";

impl PeopleDirectory {
    /// Where people are in it.
    pub const BASE: &str = "ou=people,dc=example,dc=org";
    /// Where groups are.
    pub const GROUPS: &str = "ou=groups,dc=example,dc=org";
    /// The account that may ask, and its password.
    pub const SERVICE: (&str, &str) = ("cn=kanso,dc=example,dc=org", "service secret");

    /// Starts one in which anybody may look, as far as passwords go.
    ///
    /// # Panics
    ///
    /// When there is no slapd: nothing skips itself.
    pub async fn start() -> Self {
        Self::start_with("*").await
    }

    /// Starts one in which only who gave a password may look.
    pub async fn start_closed() -> Self {
        Self::start_with("users").await
    }

    async fn start_with(reader: &str) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let (port, tls_port) = (free_port().await, free_port().await);
        certify(folder.path()).await;
        std::fs::create_dir(folder.path().join("db")).expect("a folder can be made");
        let written = |name: &str, text: String| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).expect("a file can be written");
            path
        };
        let config = written("slapd.conf", configuration(folder.path(), reader));
        let people = written("people.ldif", PEOPLE.to_owned());
        let filled = Command::new("/usr/sbin/slapadd").arg("-f").arg(&config).arg("-l").arg(&people).output();
        let filled = filled.await.expect("slapadd starts: run `make test`");
        assert!(filled.status.success(), "{}", String::from_utf8_lossy(&filled.stderr));
        let mut child = Command::new("/usr/sbin/slapd")
            .args(["-d", "none", "-f"])
            .arg(&config)
            .arg("-h")
            .arg(format!("ldap://127.0.0.1:{port}/ ldaps://127.0.0.1:{tls_port}/"))
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("slapd starts: run `make test`");
        let mut output = BufReader::new(child.stderr.take().expect("its output is piped")).lines();
        let mut said = String::new();
        while !said.contains("slapd starting") {
            said = output.next_line().await.expect("it writes lines").expect("it says that it starts");
        }
        Self { _child: child, _output: output, port, tls_port, folder }
    }

    /// Its address without encryption.
    pub fn url(&self) -> String {
        format!("ldap://127.0.0.1:{}?tls=none", self.port)
    }

    /// The same with encryption from the beginning.
    pub fn url_with_tls(&self) -> String {
        format!("ldaps://localhost:{}", self.tls_port)
    }

    /// The same with StartTLS.
    pub fn url_with_starttls(&self) -> String {
        format!("ldap://localhost:{}", self.port)
    }

    /// The certificate by which it can be trusted.
    pub fn certificate(&self) -> String {
        self.folder.path().join("certificate.pem").display().to_string()
    }

    /// A gate before it.
    pub async fn gate(&self) -> Gate {
        Gate::before(self.port).await
    }
}

fn configuration(folder: &Path, reader: &str) -> String {
    let schema = |name: &str| format!("include /etc/ldap/schema/{name}.schema\n");
    let schemas: String = ["core", "cosine", "inetorgperson"].into_iter().map(schema).collect();
    let folder = folder.display();
    format!(
        "{schemas}modulepath /usr/lib/ldap\nmoduleload back_mdb\nmoduleload memberof\n\
         pidfile {folder}/slapd.pid\nargsfile {folder}/slapd.args\n\
         TLSCertificateFile {folder}/certificate.pem\nTLSCertificateKeyFile {folder}/key.pem\n\
         database mdb\nsuffix \"dc=example,dc=org\"\nrootdn \"cn=root,dc=example,dc=org\"\n\
         directory {folder}/db\noverlay memberof\n\
         access to attrs=userPassword by anonymous auth by * none\n\
         access to * by {reader} read\n"
    )
}
