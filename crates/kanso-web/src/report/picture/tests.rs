use super::*;

fn series(label: &str, values: &[f64]) -> Series {
    Series { label: label.to_owned(), values: values.to_vec() }
}

fn labels(count: usize) -> Vec<String> {
    (1..=count).map(|day| format!("{day} Nov")).collect()
}

fn areas(values: &[&[f64]]) -> Picture {
    let series = values.iter().map(|values| series("Done <b>", values)).collect();
    Picture::new("Flow & more".to_owned(), Drawing::Areas { labels: labels(values[0].len()), series })
}

#[test]
fn a_picture_has_a_name_and_says_what_it_shows() {
    let svg = areas(&[&[1.0, 2.0, 5.0]]).in_page();
    assert!(svg.contains("role=\"img\" aria-labelledby=\"picture-title picture-told\""), "{svg}");
    assert!(svg.contains("<title id=\"picture-title\">Flow &amp; more</title>"), "{svg}");
    assert!(svg.contains("1 Nov – 3 Nov. Done &lt;b&gt;: 1 → 5</desc>"), "{svg}");
    assert!(!svg.contains("style="), "the policy of all pages forbids it");
}

#[test]
fn a_file_needs_no_page() {
    let file = areas(&[&[1.0, 2.0], &[0.0, 3.0]]).as_file();
    assert!(file.starts_with("<?xml") && file.contains("xmlns=\"http://www.w3.org/2000/svg\""), "{file}");
    assert!(!file.contains("var(") && !file.contains("data-color"), "{file}");
}

#[test]
fn areas_stand_on_each_other() {
    let svg = areas(&[&[1.0, 1.0], &[3.0, 1.0]]).in_page();
    let polygons: Vec<&str> =
        svg.split("<polygon points=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    // Four at the top of the scale, three and one below.
    assert_eq!(polygons[0], "46.0,22.0 468.0,127.0 468.0,179.5 46.0,74.5");
    assert_eq!(polygons[1], "46.0,74.5 468.0,179.5 468.0,232.0 46.0,232.0");
}

#[test]
fn one_day_and_no_value_are_drawn_too() {
    for picture in [areas(&[&[3.0]]), areas(&[&[0.0, 0.0]])] {
        assert!(!picture.in_page().contains("NaN"), "{picture:?}");
    }
    let lines =
        Drawing::Lines { labels: labels(1), unit: "days".to_owned(), series: vec![series("Lead", &[0.0])] };
    assert!(!Picture::new(String::new(), lines).in_page().contains("NaN"));
    let bar = Bar { series: 0, value: 0.0, shown: "0".to_owned() };
    let groups = vec![Group { label: "Nobody".to_owned(), bars: vec![bar] }];
    let bars = Picture::new(String::new(), Drawing::Bars { series: Vec::new(), groups }).in_page();
    assert!(
        bars.contains("width=\"1.0\"") && bars.contains("<desc id=\"picture-told\">Nobody: 0</desc>"),
        "{bars}"
    );
}
