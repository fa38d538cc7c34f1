//! Cumulative savings over all futures: the middle one, and the band that holds 8 in 10.

use serde_json::Value;
use yew::AttrValue;

use crate::answer::Kind;
use crate::page::shared::Shared;
use crate::page::views::figures::series as hue;
use crate::report::charts::{BandSeries, LineSeries};
use crate::report::words::Said as _;
use crate::scenario::document::get;
use crate::words::{DoubtText, Format, ReportText};

/// The chart of cumulative savings on ranges.
pub struct Banded {
    pub title: AttrValue,
    pub subtitle: AttrValue,
    pub series: Vec<LineSeries>,
    pub bands: Vec<Option<BandSeries>>,
    pub mark: Option<(f64, f64, AttrValue)>,
}

/// The chart of options with their names; the band is around the one that the verdict speaks of, as several would hide each other.
pub fn bands(
    shared: &Shared,
    summary: &Value,
    options: &[(Kind, AttrValue)],
    subject: Kind,
) -> Option<Banded> {
    let values = |kind: Kind, edge: &str| -> Option<Vec<f64>> {
        let found = get(summary, &format!("options.{}.bands.{edge}", kind.key()))?.as_array()?;
        Some(found.iter().map(|value| value.as_f64().unwrap_or(f64::NAN)).collect())
    };
    let path =
        |kind: Kind, edge: &str| AttrValue::from(format!("simulation.options.{}.bands.{edge}", kind.key()));
    let mut shown: Vec<&(Kind, AttrValue)> = options.iter().collect();
    // The band lies under all lines.
    crate::order::sort_by(&mut shown, |a, b| a.0 != subject && b.0 == subject);
    let series = shown
        .iter()
        .map(|(kind, name)| {
            Some(LineSeries {
                name: name.clone(),
                class: hue(*kind).into(),
                values: values(*kind, "p50")?,
                result_path: path(*kind, "p50"),
            })
        })
        .collect::<Option<Vec<_>>>()?;
    let edges =
        [(values(subject, "p10")?, path(subject, "p10")), (values(subject, "p90")?, path(subject, "p90"))];
    let names = [DoubtText::BandFrom, DoubtText::BandTo].map(|text| shared.doubt(text).into());
    let month = |name: &str| {
        get(summary, &format!("options.{}.payback.{name}", subject.key())).and_then(Value::as_f64)
    };
    let written = |month: f64| shared.locale.number(libm::ceil(month));
    let half = month("p50");
    let title = match (half, month("p10"), month("p90")) {
        (Some(half), Some(early), Some(late)) if early < late => {
            shared.doubt_with(DoubtText::BandTitle, &[&written(half), &written(early), &written(late)])
        }
        (Some(half), ..) if half > 0.0 => shared.doubt_with(DoubtText::BandTitleHalf, &[&written(half)]),
        (Some(_), ..) => shared.said(ReportText::SavingsTitleAtOnce).to_owned(),
        _ => shared.doubt(DoubtText::BandTitleNever).to_owned(),
    };
    let name = options.iter().find(|(kind, _)| *kind == subject).map_or("", |(_, name)| name.as_str());
    Some(Banded {
        title: title.into(),
        subtitle: shared.doubt_with(DoubtText::BandSubtitle, &[name]).into(),
        series,
        bands: vec![Some(BandSeries { edges, names })],
        mark: half
            .filter(|half| *half > 0.0)
            .map(|half| (half, 0.0, shared.doubt_with(DoubtText::HalfMark, &[&written(half)]).into())),
    })
}
