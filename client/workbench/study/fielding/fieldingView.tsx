import type { JSX } from "preact";
import type { StudyViewProps } from "../studyViewProps.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { CollectorsCard } from "./collectorsCard.tsx";
import { PosterPage } from "./posterPage.tsx";
import { SettingsCard } from "./settingsCard.tsx";
import { StateCard } from "./stateCard.tsx";
import "./fielding.css";

/** How a study is in the field: whether it takes answers, when, in which languages, and through which links. */
export function FieldingView({ study, onChanged }: StudyViewProps): JSX.Element {
  const { query } = useAddressQuery();
  const poster = query.get("poster");
  if (poster !== null) return <PosterPage study={study} collector={poster === "" ? null : poster} />;
  return (
    <>
      <StateCard study={study} />
      <SettingsCard study={study} onChanged={onChanged} />
      <CollectorsCard study={study.study} />
    </>
  );
}
