//! A route and its description, in one place: what is served is what the document tells.

use std::sync::Arc;

use axum::Router;
use axum::handler::Handler;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, delete, get, patch, post, put};
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::path::{HttpMethod, Operation, OperationBuilder, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::response::ResponseBuilder;
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, Schema, Type};
use utoipa::openapi::{Ref, RefOr, Required};
use utoipa::{IntoParams, ToSchema};

use super::Rest;
use super::problem::{MEDIA_TYPE, Problem};

/// Schemas by name.
pub(crate) type Schemas = Vec<(String, RefOr<Schema>)>;

/// A line of the table.
pub(crate) struct Route {
    pub(crate) method: HttpMethod,
    pub(crate) path: &'static str,
    handler: MethodRouter<Arc<Rest>>,
    operation: OperationBuilder,
    schemas: Schemas,
}

impl Route {
    /// A route that reads.
    pub(crate) fn get<H: Handler<T, Arc<Rest>>, T: 'static>(path: &'static str, handler: H) -> Self {
        Self::new(HttpMethod::Get, path, get(handler))
    }

    /// A route that does something.
    pub(crate) fn post<H: Handler<T, Arc<Rest>>, T: 'static>(path: &'static str, handler: H) -> Self {
        Self::new(HttpMethod::Post, path, post(handler))
    }

    /// A route that changes what is there.
    pub(crate) fn patch<H: Handler<T, Arc<Rest>>, T: 'static>(path: &'static str, handler: H) -> Self {
        Self::new(HttpMethod::Patch, path, patch(handler))
    }

    /// A route that puts something in its place, whatever was there.
    pub(crate) fn put<H: Handler<T, Arc<Rest>>, T: 'static>(path: &'static str, handler: H) -> Self {
        Self::new(HttpMethod::Put, path, put(handler))
    }

    /// A route that removes.
    pub(crate) fn delete<H: Handler<T, Arc<Rest>>, T: 'static>(path: &'static str, handler: H) -> Self {
        Self::new(HttpMethod::Delete, path, delete(handler))
    }

    fn new(method: HttpMethod, path: &'static str, handler: MethodRouter<Arc<Rest>>) -> Self {
        let operation = OperationBuilder::new().parameters(Some(in_path(path)));
        let route = Self { method, path, handler, operation, schemas: Vec::new() };
        route.fails()
    }

    /// What it is called in generated clients, and what it does.
    pub(crate) fn named(mut self, id: &str, summary: &str) -> Self {
        self.operation = self.operation.operation_id(Some(id)).summary(Some(summary));
        self
    }

    /// What there is to know besides.
    pub(crate) fn about(mut self, description: &str) -> Self {
        self.operation = self.operation.description(Some(description));
        self
    }

    /// The parameters of the query.
    pub(crate) fn query<P: IntoParams>(mut self) -> Self {
        self.operation = self.operation.parameters(Some(P::into_params(|| Some(ParameterIn::Query))));
        self
    }

    /// The body of the request.
    pub(crate) fn body<T: ToSchema>(mut self, required: Required) -> Self {
        let content = ContentBuilder::new().schema(Some(self.schema::<T>())).build();
        let body = RequestBodyBuilder::new().content("application/json", content).required(Some(required));
        self.operation = self.operation.request_body(Some(body.build()));
        self
    }

    /// An answer with a body.
    pub(crate) fn answers<T: ToSchema>(mut self, status: StatusCode, words: &str) -> Self {
        let schema = self.schema::<T>();
        self.answer(status.as_str(), "application/json", words, schema)
    }

    /// An answer that is a page of a list.
    pub(crate) fn answers_page<T: ToSchema>(mut self, words: &str) -> Self {
        let next = ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::SchemaType::from_iter([Type::String, Type::Null]))
            .description(Some("What to send as `after` for the next page; null after the last one."));
        let page = ObjectBuilder::new()
            .property("data", ArrayBuilder::new().items(self.schema::<T>()))
            .property("next", next)
            .required("data")
            .required("next");
        self.answer("200", "application/json", words, page.into())
    }

    /// An answer of a schema that the document has by this name.
    pub(crate) fn answers_named(self, schema: &str, words: &str) -> Self {
        self.answer("200", "application/json", words, Ref::from_schema_name(schema).into())
    }

    /// An answer that never ends by itself.
    pub(crate) fn streams(self, words: &str) -> Self {
        let text = ObjectBuilder::new().schema_type(Type::String);
        self.answer("200", "text/event-stream", words, text.into())
    }

    /// An answer without a body.
    pub(crate) fn answers_nothing(mut self, words: &str) -> Self {
        self.operation = self.operation.response("204", ResponseBuilder::new().description(words).build());
        self
    }

    fn fails(mut self) -> Self {
        let problem = self.schema::<Problem>();
        let failed = self.answer("4XX", MEDIA_TYPE, "The request is refused; nothing changed.", problem);
        let problem = Ref::from_schema_name(Problem::name()).into();
        failed.answer("5XX", MEDIA_TYPE, "The server failed; nothing changed.", problem)
    }

    fn answer(mut self, status: &str, media: &str, words: &str, schema: RefOr<Schema>) -> Self {
        let content = ContentBuilder::new().schema(Some(schema)).build();
        let response = ResponseBuilder::new().description(words).content(media, content).build();
        self.operation = self.operation.response(status, response);
        self
    }

    /// Keeps the schema for the document and answers a reference to it.
    fn schema<T: ToSchema>(&mut self) -> RefOr<Schema> {
        self.schemas.push((T::name().into_owned(), T::schema()));
        T::schemas(&mut self.schemas);
        Ref::from_schema_name(T::name()).into()
    }

    /// What the document says of it, told once.
    pub(crate) fn describe(&mut self) -> (Operation, Schemas) {
        let tag = self.path.split('/').nth(1).unwrap_or_default();
        let operation = std::mem::take(&mut self.operation).tag(tag).build();
        (operation, std::mem::take(&mut self.schemas))
    }

    /// Adds it to what is served.
    pub(crate) fn serve(self, router: Router<Arc<Rest>>) -> Router<Arc<Rest>> {
        router.route(self.path, self.handler)
    }
}

/// The parameters in a path: ids of events are texts, others numbers.
fn in_path(path: &str) -> Vec<utoipa::openapi::path::Parameter> {
    let open = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let kind = if path.starts_with("/events/") { Type::String } else { Type::Integer };
    let parameter = |name: &str| {
        let schema = ObjectBuilder::new().schema_type(kind.clone());
        ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Path)
            .required(Required::True)
            .schema(Some(schema))
            .build()
    };
    open.map(parameter).collect()
}
