use kanso_db::{Db, Error, FromRow, Param, dialect, params};

use super::{Base, add, open};

async fn first<T: FromRow + Send + 'static>(db: &Db, sql: &str, params: &[Param<'_>]) -> Result<T, Error> {
    let sql = sql.to_owned();
    let params = params.iter().map(owned).collect::<Vec<_>>();
    let row =
        db.read::<_, Error, _>(|conn| Box::pin(async move { conn.one::<T>(&sql, &params).await })).await;
    row.map(|row| row.expect("a row"))
}

fn owned(param: &Param<'_>) -> Param<'static> {
    match param {
        Param::Null => Param::Null,
        Param::Int(value) => Param::Int(*value),
        Param::Real(value) => Param::Real(*value),
        Param::Text(value) => Param::Text(value.to_string().into()),
        Param::Blob(value) => Param::Blob(value.to_vec().into()),
    }
}

pub(crate) async fn values_come_back_as_they_were(base: &impl Base) {
    type All = (String, Option<i64>, Option<f64>, Option<Vec<u8>>, Option<i64>);
    let db = open(base).await;
    let rows: [All; 4] = [
        ("ümlaut \u{1F600} 'quoted'".to_owned(), Some(i64::MIN), Some(-0.1), Some(vec![0, 255]), None),
        (String::new(), Some(i64::MAX), Some(3.0), Some(Vec::new()), Some(1)),
        ("null".to_owned(), None, None, None, None),
        ("12".to_owned(), Some(0), Some(1e300), Some(b"12".to_vec()), None),
    ];
    for row in rows.clone() {
        let sql = "INSERT INTO things (name, size, weight, data, parent) VALUES ($1, $2, $3, $4, $5)";
        let write = db.write::<_, Error, _>(move |conn| {
            Box::pin(async move { conn.execute(sql, params![row.0, row.1, row.2, row.3, row.4]).await })
        });
        assert_eq!(write.await.unwrap(), 1);
    }
    let sql = "SELECT name, size, weight, data, parent FROM things ORDER BY id";
    let read = db.read::<_, Error, _>(move |conn| Box::pin(conn.all::<All>(sql, &[]))).await;
    assert_eq!(read.unwrap(), rows);
    let none = db.read::<_, Error, _>(|conn| {
        Box::pin(async { conn.one::<(i64,)>("SELECT id FROM things WHERE id = $1", params![99]).await })
    });
    assert_eq!(none.await.unwrap(), None);
}

pub(crate) async fn sums_and_comparisons_read_alike(base: &impl Base) {
    let db = open(base).await;
    let fill = "INSERT INTO things (name, size, weight) VALUES ('a', $1, $2), ('b', 30000, 2), ('c', 0, 0)";
    db.write::<_, Error, _>(move |conn| {
        Box::pin(async move { conn.execute(fill, params![9_000_000_070_000_i64, 4]).await })
    })
    .await
    .unwrap();
    let sums = "SELECT sum(size), count(*), avg(size), sum(weight), max(weight), -sum(size) FROM things";
    let sums = first::<(i64, i64, f64, f64, f64, i64)>(&db, sums, &[]).await.unwrap();
    assert_eq!(sums.0, 9_000_000_100_000);
    assert_eq!(sums.1, 3);
    assert!((sums.2 - 3_000_000_033_333.333).abs() < 0.01);
    assert_eq!((sums.3, sums.4, sums.5), (6.0, 4.0, -9_000_000_100_000));
    let zero =
        first::<(i64, Option<i64>)>(&db, "SELECT sum(size), max(parent) FROM things WHERE size = 0", &[]);
    assert_eq!(zero.await.unwrap(), (0, None));
    let truth = "SELECT 1 < 2, EXISTS (SELECT 1 FROM things WHERE size < 0)";
    assert_eq!(first::<(i64, i32)>(&db, truth, &[]).await.unwrap(), (1, 0));
}

#[derive(Debug, PartialEq)]
pub(crate) struct ThingId(i64);

impl From<i64> for ThingId {
    fn from(id: i64) -> ThingId {
        ThingId(id)
    }
}

#[derive(Debug, PartialEq)]
pub(crate) enum Shape {
    Round,
}

impl TryFrom<String> for Shape {
    type Error = String;

    fn try_from(name: String) -> Result<Shape, String> {
        if name == "round" { Ok(Shape::Round) } else { Err(format!("no shape is called {name}")) }
    }
}

kanso_db::row! {
    /// A thing with the name of its parent.
    #[derive(Debug, PartialEq)]
    pub(crate) struct Thing {
        /// Which one.
        pub(crate) id: ThingId as i64 = "t.id",
        shape: Shape as String = "t.name",
        parent: Option<ThingId> as Option<i64> = "p.id",
        parent_name: Option<String> = "p.name",
        pub(crate) weight: Option<f64> = "t.weight",
    }
}

pub(crate) async fn a_row_is_declared_with_its_columns(base: &impl Base) {
    assert_eq!(Thing::COLUMNS, "t.id, t.name, p.id, p.name, t.weight");
    let db = open(base).await;
    add(&db, "round").await.unwrap();
    add(&db, "square").await.unwrap();
    let set = "UPDATE things SET parent = CASE id WHEN 1 THEN 2 END, weight = 2";
    db.write::<_, Error, _>(move |conn| Box::pin(conn.execute(set, &[]))).await.unwrap();
    let sql = format!(
        "SELECT {} FROM things t LEFT JOIN things p ON p.id = t.parent WHERE t.id = $1",
        Thing::COLUMNS
    );
    let thing = first::<Thing>(&db, &sql, params![1]).await.unwrap();
    let (id, parent) = (ThingId(1), Some(ThingId(2)));
    let parent_name = Some("square".to_owned());
    assert_eq!(thing, Thing { id, shape: Shape::Round, parent, parent_name, weight: Some(2.0) });
    let error = first::<Thing>(&db, &sql, params![2]).await.unwrap_err();
    assert_eq!(error, Error::Type { message: "no shape is called square".to_owned() });
}

pub(crate) async fn a_value_of_another_type_is_an_error(base: &impl Base) {
    let db = open(base).await;
    add(&db, "a").await.unwrap();
    let is_type = |error| matches!(error, Error::Type { .. });
    assert!(is_type(first::<(i64,)>(&db, "SELECT name FROM things", &[]).await.unwrap_err()));
    assert!(is_type(first::<(i64,)>(&db, "SELECT size FROM things", &[]).await.unwrap_err()));
    assert!(is_type(first::<(String,)>(&db, "SELECT id FROM things", &[]).await.unwrap_err()));
    assert!(is_type(first::<(i64, i64)>(&db, "SELECT id FROM things", &[]).await.unwrap_err()));
    let wide = first::<(i32,)>(&db, "SELECT CAST(5000000000 AS BIGINT)", &[]).await;
    assert!(is_type(wide.unwrap_err()));
}

pub(crate) async fn parameters_go_by_their_number(base: &impl Base) {
    let db = open(base).await;
    let sql = "SELECT CAST($2 AS BIGINT), CAST($1 AS TEXT), CAST($2 AS BIGINT), CAST($3 AS DOUBLE PRECISION)";
    let row = first::<(i64, String, i64, f64)>(&db, sql, params!["one", 2, 3]).await.unwrap();
    assert_eq!(row, (2, "one".to_owned(), 2, 3.0));
    for wrong in [params![1].as_slice(), params![1, 2, 3, 4]] {
        assert!(first::<(i64,)>(&db, sql, wrong).await.is_err());
    }
}

pub(crate) async fn dialects_run(base: &impl Base) {
    let db = open(base).await;
    let kind = db.kind();
    add(&db, "Thing").await.unwrap();
    let sql = format!(
        "SELECT name FROM things WHERE {} = 'thing' AND name {} 't%'",
        dialect::fold(kind, "name"),
        dialect::like(kind)
    );
    assert_eq!(first::<(String,)>(&db, &sql, &[]).await.unwrap().0, "Thing");
    let announced = dialect::announced(kind, "things").map(|met| format!(" WHERE {met}")).unwrap_or_default();
    let (insert, lowest) =
        (format!("INSERT INTO things (name) SELECT 'log'{announced}"), dialect::lowest_announced(kind));
    let (within, after) = (lowest.clone(), lowest);
    let claim = [dialect::skip_locked(kind), dialect::for_update(kind)];
    let claim = claim.map(|end| format!("SELECT id FROM things{end}"));
    let claimed = db.write::<_, Error, _>(move |conn| {
        Box::pin(async move {
            let id = conn.insert(&insert, &[]).await?;
            let found = conn.all::<(i64,)>(&claim[0], &[]).await?;
            let announced = match within {
                Some(lowest) => conn.one::<(Option<i64>,)>(&lowest, &[]).await?.and_then(|(lowest,)| lowest),
                None => Some(id - 1),
            };
            let locked = conn.all::<(i64,)>(&claim[1], &[]).await?;
            Ok((found.len(), locked.len(), announced.map(|lowest| lowest < id)))
        })
    });
    assert_eq!(claimed.await.unwrap(), (2, 2, Some(true)), "what is under way is announced");
    if let Some(lowest) = after {
        assert_eq!(first::<(Option<i64>,)>(&db, &lowest, &[]).await.unwrap(), (None,), "and then no more");
    }
}
