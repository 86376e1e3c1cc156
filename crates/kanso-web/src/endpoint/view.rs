//! Pages about endpoints.

use askama::Template;

use super::address::Judged;
use super::form::{Choice, FormView};
use super::health::HealthView;
use super::preview::PreviewView;
use super::recovery_view::{RecoveryForm, RecoveryView};
use crate::delivery::view::{DeliveryView, StateChoice};
use crate::notice::view::NoticeView;
use crate::page::Page;
use crate::project::tabs::ProjectTabs;

/// An endpoint in a list.
pub(crate) struct EndpointLine {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) host: String,
    pub(crate) format: String,
    pub(crate) events: String,
    pub(crate) health: HealthView,
}

/// The endpoints of the installation, or of one project.
pub(crate) struct EndpointGroup {
    pub(crate) name: String,
    pub(crate) project: Option<i64>,
    pub(crate) endpoints: Vec<EndpointLine>,
}

#[derive(Template)]
#[template(path = "endpoint/list.html")]
pub(crate) struct EndpointsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) groups: Vec<EndpointGroup>,
    pub(crate) notices: Vec<NoticeView>,
    /// The one project whose endpoints these are.
    pub(crate) project: Option<i64>,
    pub(crate) project_name: String,
    /// Above the page of a project.
    pub(crate) tabs: Option<ProjectTabs>,
}

/// What stands above every page of an endpoint.
pub(crate) struct EndpointHead {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) project: Option<i64>,
    pub(crate) project_name: String,
    pub(crate) is_enabled: bool,
    pub(crate) is_of_settings: bool,
    pub(crate) host: String,
    pub(crate) format: String,
    pub(crate) events: String,
    pub(crate) filter: String,
    pub(crate) failing_since_ms: Option<i64>,
    pub(crate) health: HealthView,
}

#[derive(Template)]
#[template(path = "endpoint/form.html")]
pub(crate) struct FormPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    /// The endpoint that the form changes; none for a new one.
    pub(crate) head: Option<EndpointHead>,
    pub(crate) project: Option<i64>,
    pub(crate) project_name: String,
    pub(crate) form: FormView,
    pub(crate) judged: Option<Judged>,
}

#[derive(Template)]
#[template(path = "endpoint/preview.html")]
pub(crate) struct PreviewFragment<'a> {
    pub(crate) page: &'a Page,
    pub(crate) preview: PreviewView,
}

#[derive(Template)]
#[template(path = "endpoint/address.html")]
pub(crate) struct AddressFragment {
    pub(crate) judged: Option<Judged>,
}

/// After an endpoint was made by the form: the only time that its secret is shown.
#[derive(Template)]
#[template(path = "endpoint/created.html")]
pub(crate) struct CreatedPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) head: EndpointHead,
    pub(crate) secret: String,
    /// Whether people receive it, who verify nothing.
    pub(crate) is_chat: bool,
    pub(crate) names: Vec<Choice>,
}

/// What came of a test event.
pub(crate) struct TestAnswer {
    pub(crate) is_good: bool,
    pub(crate) summary: String,
    pub(crate) body: String,
    pub(crate) request: String,
}

#[derive(Template)]
#[template(path = "endpoint/show.html")]
pub(crate) struct EndpointPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) head: EndpointHead,
    pub(crate) notice: Option<String>,
    pub(crate) notices: Vec<NoticeView>,
    pub(crate) answer: Option<TestAnswer>,
    pub(crate) recovery: Option<RecoveryView>,
    pub(crate) names: Vec<Choice>,
    pub(crate) filters: Vec<StateChoice>,
    pub(crate) deliveries: Vec<DeliveryView>,
    pub(crate) newer: Option<String>,
    pub(crate) older: Option<String>,
}

/// A key that signs deliveries; never the key itself.
pub(crate) struct KeyView {
    pub(crate) kind: &'static str,
    pub(crate) created: String,
    pub(crate) expires: Option<String>,
    pub(crate) public: Option<String>,
}

#[derive(Template)]
#[template(path = "endpoint/keys.html")]
pub(crate) struct KeysPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) head: EndpointHead,
    pub(crate) keys: Vec<KeyView>,
    /// New keys, shown this once.
    pub(crate) secrets: Vec<String>,
    /// For how long an old key stays good, in hours and in words.
    pub(crate) overlaps: Vec<(i64, String)>,
}

#[derive(Template)]
#[template(path = "endpoint/recover.html")]
pub(crate) struct RecoverPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) head: EndpointHead,
    pub(crate) recovery: Option<RecoveryView>,
    pub(crate) form: RecoveryForm,
}

#[derive(Template)]
#[template(path = "endpoint/progress.html")]
pub(crate) struct ProgressFragment<'a> {
    pub(crate) page: &'a Page,
    pub(crate) endpoint: i64,
    pub(crate) recovery: RecoveryView,
}
