//! What the wide drawing does otherwise than the narrow one, and what it must not.

use std::collections::BTreeSet;

use roxmltree::Document;

use super::super::*;
use super::{
    assert_legible, bar, bar_chart, child, drawings, measure, of_class, one, path_chart, point,
    said,
};

#[test]
fn the_wide_drawing_says_the_same_under_ids_of_its_own() {
    let mut points = vec![
        point("2025", MarkKind::Baseline, Comparator::Reach, "38.5"),
        point("2030", MarkKind::Target, Comparator::AtLeast, "48.5"),
    ];
    points[1].note = Some("bản quét mờ".to_owned());
    for chart in [
        path(&one(points)),
        bars(&bar_chart(vec![Bar {
            draft: true,
            href: Some("a.html".to_owned()),
            ..bar("A", Comparator::Reach, "30")
        }])),
    ] {
        let said = drawings(&chart).into_iter().map(|document| {
            let root = document.root_element();
            let names = |name: &str| {
                document
                    .descendants()
                    .filter(|node| node.has_tag_name(name))
                    .filter_map(|node| node.text().map(str::to_owned))
                    .collect::<Vec<_>>()
            };
            let [name, description] = ["title", "desc"].map(|name| child(root, name));
            let ids =
                [name, description].map(|node| node.attribute("id").expect("an id").to_owned());
            assert_eq!(root.attribute("aria-labelledby"), Some(ids.join(" ").as_str()));
            let all: BTreeSet<String> = document
                .descendants()
                .filter_map(|node| node.attribute("id").map(str::to_owned))
                .collect();
            (root.attribute("role").map(str::to_owned), names("title"), names("desc"), all)
        });
        let [narrow, wide] = said.collect::<Vec<_>>().try_into().expect("two drawings");
        assert_eq!((&narrow.0, &narrow.1, &narrow.2), (&wide.0, &wide.1, &wide.2));
        assert!(narrow.3.is_disjoint(&wide.3), "{:?} {:?}", narrow.3, wide.3);
    }
}

#[test]
fn words_stand_beside_wide_bars_and_the_value_at_their_end() {
    let chart = bars(&bar_chart(vec![
        bar("Lạng Sơn", Comparator::Reach, "57.6"),
        Bar { detail: "2028".to_owned(), ..bar("Lai Châu", Comparator::AtLeast, "30") },
    ]));
    let document =
        Document::parse(chart.wide.as_ref().expect("a wide drawing")).expect("well-formed");
    for (row, ends) in of_class(&document, "row").into_iter().zip([0.0, 18.0]) {
        let of = |class: &str| {
            row.descendants()
                .find(|node| {
                    node.attribute("class")
                        .is_some_and(|classes| classes.split(' ').any(|one| one == class))
                })
                .expect("one")
        };
        let bar = child(of("mark"), "rect");
        let (end, middle) = (
            measure(bar, "x") + measure(bar, "width"),
            measure(bar, "y") + measure(bar, "height") / 2.0,
        );
        for class in ["label", "detail", "value"] {
            assert!(
                (measure(of(class), "y") - middle).abs() < 6.0,
                "{class} stands beside the bar"
            );
        }
        let gap = measure(of("value"), "x") - end - ends;
        assert!((3.0..9.0).contains(&gap), "{gap}");
        assert!(measure(of("detail"), "x") < measure(bar, "x"));
    }
}

#[test]
fn a_value_is_not_broken_where_its_bar_leaves_room() {
    for text in [
        "8%",
        "95%",
        "100%",
        "99,2%",
        "57,65%",
        "1.234",
        "trên 57,6%",
        "ít nhất 100%",
        "1.000.000.000.000.000",
    ] {
        let chart = bars(&bar_chart(vec![
            Bar { text: text.to_owned(), ..bar("Lạng Sơn", Comparator::Reach, "100") },
            bar("Lai Châu", Comparator::Reach, "5"),
        ]));
        for document in drawings(&chart) {
            let value = of_class(&document, "value")[0];
            assert_eq!(
                value.children().filter(|child| child.has_tag_name("tspan")).count(),
                0,
                "{text}"
            );
        }
    }
}

#[test]
fn no_chart_breaks_a_number() {
    let number = "999.999.999.999.999";
    let text = format!("{number} người");
    let value = |year: &str, kind: MarkKind, value: &str| Point {
        text: text.clone(),
        ..point(year, kind, Comparator::Reach, value)
    };
    let points = || {
        vec![
            value("2025", MarkKind::Baseline, "1"),
            value("2026", MarkKind::Result, "999999999999998"),
            value("2030", MarkKind::Target, "999999999999999"),
        ]
    };
    let many = |count: usize| {
        path_chart(
            (0..count)
                .map(|index| Series { label: format!("Cấp {index}"), points: points() })
                .collect(),
        )
    };
    let rows = (0..3)
        .map(|index| Bar {
            text: text.clone(),
            ..bar(&format!("Xã {index}"), Comparator::Reach, "999999999999999")
        })
        .collect();
    let charts = [
        path(&one(points())),
        path(&many(3)),
        path(&one(vec![value("2030", MarkKind::Target, "999999999999999")])),
        bars(&bar_chart(rows)),
    ];
    for document in charts.iter().flat_map(drawings) {
        let lines = document
            .descendants()
            .filter(|node| node.has_tag_name("text") || node.has_tag_name("tspan"))
            .filter_map(|node| node.text());
        let with_nines: Vec<&str> = lines.filter(|line| line.contains("999")).collect();
        assert!(
            !with_nines.is_empty() && with_nines.iter().all(|line| line.contains(number)),
            "{with_nines:?}"
        );
    }
    charts.iter().for_each(assert_legible);
}

#[test]
fn many_years_are_named_evenly_and_of_close_values_those_that_are_looked_for() {
    let results = (2016..=2025).map(|year| {
        point(&year.to_string(), MarkKind::Result, Comparator::Reach, &format!("{}.5", year - 1990))
    });
    let targets = (2026..=2035).map(|year| {
        point(&year.to_string(), MarkKind::Target, Comparator::Reach, &format!("{}.5", year - 1985))
    });
    let chart = path(&one(results.chain(targets).collect()));
    let wide = Document::parse(chart.wide.as_ref().expect("a wide drawing")).expect("well-formed");
    let said: Vec<&str> = wide
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .filter_map(|node| node.text())
        .collect();
    let years: Vec<i32> = said
        .iter()
        .filter_map(|words| words.parse().ok())
        .filter(|year| (2016..=2035).contains(year))
        .collect();
    let mut sorted = years.clone();
    sorted.sort_unstable();
    assert_eq!((sorted.first(), sorted.last()), (Some(&2016), Some(&2035)));
    assert!(
        sorted.len() >= 9
            && sorted.windows(2).skip(1).all(|pair| pair[1] - pair[0] == sorted[2] - sorted[1]),
        "{sorted:?}"
    );
    let values: Vec<&&str> = said.iter().filter(|words| words.ends_with(".5%")).collect();
    assert_eq!(values.len(), 3, "the first, what was reported last, the goal: {values:?}");
    assert!(values.contains(&&"35.5%"));
    assert_legible(&chart);
}

#[test]
fn panels_stand_in_as_few_rows_as_fit() {
    let rows = |count: usize| {
        let points = |value: usize| {
            vec![
                point("2025", MarkKind::Result, Comparator::Reach, "10"),
                point("2030", MarkKind::Target, Comparator::Reach, &(20 + value).to_string()),
            ]
        };
        let chart = path(&path_chart(
            (0..count)
                .map(|index| Series { label: format!("Cấp {index}"), points: points(index) })
                .collect(),
        ));
        assert_legible(&chart);
        drawings(&chart)
            .iter()
            .map(|document| {
                let mut tops: Vec<String> = of_class(document, "label")
                    .into_iter()
                    .map(|label| label.attribute("y").expect("a place").to_owned())
                    .collect();
                tops.dedup();
                tops.len()
            })
            .collect::<Vec<_>>()
    };
    assert_eq!([3, 4, 5, 7].map(rows), [vec![2, 1], vec![2, 1], vec![3, 2], vec![4, 2]]);
}

#[test]
fn on_a_phone_a_long_series_has_the_whole_width_and_its_latest_report_is_said() {
    let results = (2016..=2025).map(|year| {
        point(&year.to_string(), MarkKind::Result, Comparator::Reach, &format!("{}.5", year - 1990))
    });
    let targets = (2026..=2035).map(|year| {
        point(&year.to_string(), MarkKind::Target, Comparator::Reach, &format!("{}.5", year - 1985))
    });
    let chart = path(&one(results.chain(targets).collect()));
    let document = Document::parse(&chart.inline).expect("well-formed");
    let across: Vec<f64> = of_class(&document, "mark")
        .into_iter()
        .filter_map(|mark| mark.descendants().find(|node| node.has_tag_name("circle")))
        .map(|disc| measure(disc, "cx"))
        .collect();
    assert!(across[9] - across[0] > 90.0, "{across:?}");
    let texts: Vec<String> = document
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .map(said)
        .filter(|text| text.ends_with(".5%"))
        .collect();
    assert_eq!(texts, ["26.5%", "50.5%", "35.5%"]);
}

#[test]
fn what_gains_nothing_by_width_is_drawn_once() {
    let one_value = path(&one(vec![point("2030", MarkKind::Target, Comparator::Reach, "40")]));
    for chart in [one_value, path(&path_chart(vec![])), bars(&bar_chart(vec![]))] {
        assert_eq!(chart.wide, None);
    }
}
