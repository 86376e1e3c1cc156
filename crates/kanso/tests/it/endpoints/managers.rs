//! Who sees deliveries, and sends them again.

use kanso_core::delivery::{
    DeliveryFilter, State, count_deliveries, find_delivery, list_deliveries, redeliver,
};
use kanso_core::{Error, Kind};
use kanso_domain::Permission;
use kanso_testkit::{Receiver, TestApp};

use super::{actor, create, leading_to, lines};
use crate::team::{Project, person};

#[tokio::test]
async fn managers_see_the_deliveries_of_their_project_and_nobody_elses() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    for (name, role) in [("mia", "project-manager"), ("tom", "project-member")] {
        person(&app, &project, name, Some(role)).await;
    }
    let (mia, tom) = (actor(&app, "mia").await, actor(&app, "tom").await);
    let (hers, foreign) = (
        create(&app, leading_to(&receiver, &project)).await,
        create(&app, leading_to(&receiver, &other)).await,
    );
    project.task(&rpc, 0, "hers").await;
    other.task(&rpc, 0, "foreign").await;
    app.settle().await;

    let of = |endpoint, project: Option<&Project>| DeliveryFilter {
        endpoint,
        project: project.map(|project| project.id.into()),
        ..DeliveryFilter::default()
    };
    for filter in [of(Some(hers), None), of(None, Some(&project))] {
        let seen = list_deliveries(&app.app, &mia, filter).await.expect("it is hers");
        assert_eq!(seen.iter().map(|line| line.endpoint_id).collect::<Vec<_>>(), [hers]);
    }
    let delivered = DeliveryFilter { state: Some(State::Failed), ..of(Some(hers), None) };
    assert!(list_deliveries(&app.app, &mia, delivered).await.expect("it is hers").is_empty());
    assert_eq!(count_deliveries(&app.app, &mia, Some(hers)).await.expect("it is hers").delivered, 1);

    let line = lines(&app, hers).await.remove(0);
    assert_eq!(find_delivery(&app.app, &mia, line.id).await.expect("it is hers").attempts.len(), 1);
    redeliver(&app.app, &mia, line.id).await.expect("it is hers");
    app.settle().await;
    assert_eq!(receiver.received().len(), 3);

    let not_hers = lines(&app, foreign).await.remove(0).id;
    for (who, endpoint, project, delivery) in [
        (&mia, foreign, &other, not_hers),
        (&tom, hers, &project, line.id),
        (&tom, foreign, &other, not_hers),
    ] {
        let seen = list_deliveries(&app.app, who, of(Some(endpoint), None)).await;
        assert!(matches!(seen, Err(Error::NotFound(Kind::Endpoint))), "{seen:?}");
        let seen = list_deliveries(&app.app, who, of(None, Some(project))).await;
        assert!(matches!(seen, Err(Error::NotFound(Kind::Project) | Error::Forbidden(_))), "{seen:?}");
        let seen = find_delivery(&app.app, who, delivery).await;
        assert!(matches!(seen, Err(Error::NotFound(Kind::Delivery))), "{seen:?}");
        let again = redeliver(&app.app, who, delivery).await;
        assert!(matches!(again, Err(Error::NotFound(Kind::Delivery))), "{again:?}");
        let count = count_deliveries(&app.app, who, Some(endpoint)).await;
        assert!(matches!(count, Err(Error::NotFound(Kind::Endpoint))), "{count:?}");
    }
    let all = list_deliveries(&app.app, &mia, DeliveryFilter::default()).await;
    assert!(matches!(all, Err(Error::Forbidden(Permission::Administrate))), "{all:?}");
}
