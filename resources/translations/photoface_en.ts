<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlbumOutDialog</name>
    <message numerus="yes">
        <source>%n file(s) are in {folder}.</source>
        <translation><numerusform>%n file is in {folder}.</numerusform><numerusform>%n files are in {folder}.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n photo(s) could not be put there:</source>
        <translation><numerusform>%n photo could not be put there:</numerusform><numerusform>%n photos could not be put there:</numerusform></translation></message>
</context>
<context>
    <name>AlbumsModel</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation><numerusform>%n photo</numerusform><numerusform>%n photos</numerusform></translation></message>
    <message numerus="yes">
        <source>%n album(s)</source>
        <translation><numerusform>%n album</numerusform><numerusform>%n albums</numerusform></translation></message>
</context>
<context>
    <name>AlbumsPage</name>
    <message numerus="yes">
        <source>%n album(s)</source>
        <translation><numerusform>%n album</numerusform><numerusform>%n albums</numerusform></translation></message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation><numerusform>%n photo</numerusform><numerusform>%n photos</numerusform></translation></message>
</context>
<context>
    <name>CheckPage</name>
    <message numerus="yes">
        <source>Draw %n face(s)</source>
        <translation><numerusform>Draw %n face</numerusform><numerusform>Draw %n faces</numerusform></translation></message>
</context>
<context>
    <name>Conflicts</name>
    <message numerus="yes">
        <source>%n faces of one photo were said to be one person</source>
        <translation><numerusform>%n faces of one photo were said to be one person</numerusform><numerusform>%n faces of one photo were said to be one person</numerusform></translation></message>
    <message numerus="yes">
        <source>%n faces were said to be one person, and two: {names}</source>
        <translation><numerusform>%n faces were said to be one person, and two: {names}</numerusform><numerusform>%n faces were said to be one person, and two: {names}</numerusform></translation></message>
    <message numerus="yes">
        <source>%n faces were said to be one person, {name}, and some of them not</source>
        <translation><numerusform>%n faces were said to be one person, {name}, and some of them not</numerusform><numerusform>%n faces were said to be one person, {name}, and some of them not</numerusform></translation></message>
    <message numerus="yes">
        <source>%n faces were said to be one person, and different people</source>
        <translation><numerusform>%n faces were said to be one person, and different people</numerusform><numerusform>%n faces were said to be one person, and different people</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s): this is {name}</source>
        <translation><numerusform>%n face: this is {name}</numerusform><numerusform>%n faces: this is {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s): this is one person</source>
        <translation><numerusform>%n face: this is one person</numerusform><numerusform>%n faces: this is one person</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s): this is not {name}</source>
        <translation><numerusform>%n face: this is not {name}</numerusform><numerusform>%n faces: this is not {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s): not the same person as the others</source>
        <translation><numerusform>%n face: not the same person as the others</numerusform><numerusform>%n faces: not the same person as the others</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s): not {name}</source>
        <translation><numerusform>%n face: not {name}</numerusform><numerusform>%n faces: not {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s): {name} after all</source>
        <translation><numerusform>%n face: {name} after all</numerusform><numerusform>%n faces: {name} after all</numerusform></translation></message>
</context>
<context>
    <name>ContradictionDialog</name>
    <message numerus="yes">
        <source>and %n more contradiction(s)</source>
        <translation><numerusform>and %n more contradiction</numerusform><numerusform>and %n more contradictions</numerusform></translation></message>
</context>
<context>
    <name>CopiesDialog</name>
    <message numerus="yes">
        <source>The %n selected photo(s) are different from the others</source>
        <translation><numerusform>The selected photo is different from the others</numerusform><numerusform>The %n selected photos are different from the others</numerusform></translation></message>
    <message numerus="yes">
        <source>All %n photos are different ones</source>
        <translation><numerusform>All %n photos are different ones</numerusform><numerusform>All %n photos are different ones</numerusform></translation></message>
</context>
<context>
    <name>CopiesStrip</name>
    <message numerus="yes">
        <source>The same picture, %n times</source>
        <translation><numerusform>The same picture, %n times</numerusform><numerusform>The same picture, %n times</numerusform></translation></message>
</context>
<context>
    <name>DateDialog</name>
    <message numerus="yes">
        <source>Set the date of %n photo(s)</source>
        <translation><numerusform>Set the date of %n photo</numerusform><numerusform>Set the date of %n photos</numerusform></translation></message>
</context>
<context>
    <name>DoubtsPage</name>
    <message numerus="yes">
        <source>%n named face(s) look wrong</source>
        <translation><numerusform>%n named face looks wrong</numerusform><numerusform>%n named faces look wrong</numerusform></translation></message>
</context>
<context>
    <name>ExplainDialog</name>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation><numerusform>%n face</numerusform><numerusform>%n faces</numerusform></translation></message>
</context>
<context>
    <name>FaceResults</name>
    <message numerus="yes">
        <source>%n face(s) in this picture</source>
        <translation><numerusform>%n face in this picture</numerusform><numerusform>%n faces in this picture</numerusform></translation></message>
</context>
<context>
    <name>FacesModel</name>
    <message numerus="yes">
        <source>%n face(s), the likest first; none of them comes back by itself</source>
        <translation><numerusform>%n face; it does not come back by itself</numerusform><numerusform>%n faces, the likest first; none of them comes back by itself</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation><numerusform>%n face</numerusform><numerusform>%n faces</numerusform></translation></message>
    <message numerus="yes">
        <source>%n guess(es), the likest first</source>
        <translation><numerusform>%n guess, the likest first</numerusform><numerusform>%n guesses, the likest first</numerusform></translation></message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation><numerusform>%n year old</numerusform><numerusform>%n years old</numerusform></translation></message>
</context>
<context>
    <name>FacesRow</name>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation><numerusform>%n example</numerusform><numerusform>%n examples</numerusform></translation></message>
</context>
<context>
    <name>FirstName</name>
    <message numerus="yes">
        <source>%n photo(s) show the same person. Who is it?</source>
        <translation><numerusform>%n photo shows the same person. Who is it?</numerusform><numerusform>%n photos show the same person. Who is it?</numerusform></translation></message>
</context>
<context>
    <name>FolderSettings</name>
    <message numerus="yes">
        <source>%Ln file(s) leave all pages. None of them is touched.</source>
        <translation><numerusform>%Ln file leaves all pages. It is not touched.</numerusform><numerusform>%Ln files leave all pages. None of them is touched.</numerusform></translation></message>
    <message numerus="yes">
        <source>On %Ln photo(s) of them somebody has a name.</source>
        <translation><numerusform>On %Ln photo of them somebody has a name.</numerusform><numerusform>On %Ln photos of them somebody has a name.</numerusform></translation></message>
</context>
<context>
    <name>FoldersModel</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation><numerusform>%n photo</numerusform><numerusform>%n photos</numerusform></translation></message>
    <message numerus="yes">
        <source>%n gone since</source>
        <translation><numerusform>%n gone since</numerusform><numerusform>%n gone since</numerusform></translation></message>
</context>
<context>
    <name>FoldersPage</name>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation><numerusform>%n folder</numerusform><numerusform>%n folders</numerusform></translation></message>
    <message numerus="yes">
        <source>%n file(s) could not be used</source>
        <translation><numerusform>%n file could not be used</numerusform><numerusform>%n files could not be used</numerusform></translation></message>
</context>
<context>
    <name>ForgetDialog</name>
    <message numerus="yes">
        <source>%Ln face(s) with what they are compared by, and their small pictures</source>
        <translation><numerusform>%Ln face with what it is compared by, and its small picture</numerusform><numerusform>%Ln faces with what they are compared by, and their small pictures</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation><numerusform>%Ln group</numerusform><numerusform>%Ln groups</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln person(s) with a name</source>
        <translation><numerusform>%Ln person with a name</numerusform><numerusform>%Ln people with a name</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln step(s) of the history, with all corrections</source>
        <translation><numerusform>%Ln step of the history, with all corrections</numerusform><numerusform>%Ln steps of the history, with all corrections</numerusform></translation></message>
    <message numerus="yes">
        <source>Also delete %Ln snapshot(s), which hold all of it too</source>
        <translation><numerusform>Also delete %Ln snapshot, which holds all of it too</numerusform><numerusform>Also delete %Ln snapshots, which hold all of it too</numerusform></translation></message>
</context>
<context>
    <name>HistoryPreview</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation></message>
    <message numerus="yes">
        <source>%n other face(s) change too</source>
        <translation><numerusform>%n other face changes too</numerusform><numerusform>%n other faces change too</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s) go back to the group they were in</source>
        <translation><numerusform>%n face goes back to the group it was in</numerusform><numerusform>%n faces go back to the group they were in</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation><numerusform>%n face</numerusform><numerusform>%n faces</numerusform></translation></message>
</context>
<context>
    <name>IndexStatus</name>
    <message numerus="yes">
        <source>%n file(s) could not be used</source>
        <translation><numerusform>%n file could not be used</numerusform><numerusform>%n files could not be used</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation><numerusform>%Ln photo</numerusform><numerusform>%Ln photos</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation><numerusform>%Ln face</numerusform><numerusform>%Ln faces</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln person(s) with a name</source>
        <translation><numerusform>%Ln person with a name</numerusform><numerusform>%Ln people with a name</numerusform></translation></message>
</context>
<context>
    <name>InfoPanel</name>
    <message numerus="yes">
        <source>%n file(s) with this picture</source>
        <translation><numerusform>%n file with this picture</numerusform><numerusform>%n files with this picture</numerusform></translation></message>
    <message numerus="yes">
        <source>Looks the same as %n other photo(s)</source>
        <translation><numerusform>Looks the same as %n other photo</numerusform><numerusform>Looks the same as %n other photos</numerusform></translation></message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>both are in %n photo(s)</source>
        <translation><numerusform>both are in %n photo</numerusform><numerusform>both are in %n photos</numerusform></translation></message>
    <message numerus="yes">
        <source>Merge %n face(s) of {source} into {target}</source>
        <translation><numerusform>Merge %n face of {source} into {target}</numerusform><numerusform>Merge %n faces of {source} into {target}</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation><numerusform>%n face</numerusform><numerusform>%n faces</numerusform></translation></message>
</context>
<context>
    <name>MoveCards</name>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation><numerusform>%n face</numerusform><numerusform>%n faces</numerusform></translation></message>
    <message numerus="yes">
        <source>%n group(s) become one</source>
        <translation><numerusform>%n group becomes one</numerusform><numerusform>%n groups become one</numerusform></translation></message>
    <message numerus="yes">
        <source>{name} falls into %n part(s)</source>
        <translation><numerusform>{name} falls into %n part</numerusform><numerusform>{name} falls into %n parts</numerusform></translation></message>
    <message numerus="yes">
        <source>%n decision(s) contradict others</source>
        <translation><numerusform>%n decision contradicts others</numerusform><numerusform>%n decisions contradict others</numerusform></translation></message>
</context>
<context>
    <name>NameField</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation><numerusform>%n photo</numerusform><numerusform>%n photos</numerusform></translation></message>
</context>
<context>
    <name>NamesOutDialog</name>
    <message numerus="yes">
        <source>Write into %n file(s)</source>
        <translation><numerusform>Write into %n file</numerusform><numerusform>Write into %n files</numerusform></translation></message>
    <message numerus="yes">
        <source>%n file(s) are as they were before.</source>
        <translation><numerusform>%n file is as it was before.</numerusform><numerusform>%n files are as they were before.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation><numerusform>%n file written.</numerusform><numerusform>%n files written.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n file(s) were left as they are.</source>
        <translation><numerusform>%n file was left as it is.</numerusform><numerusform>%n files were left as they are.</numerusform></translation></message>
</context>
<context>
    <name>PeopleModel</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation><numerusform>%n photo</numerusform><numerusform>%n photos</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation><numerusform>%n face</numerusform><numerusform>%n faces</numerusform></translation></message>
    <message numerus="yes">
        <source>group without a name, %n face(s)</source>
        <translation><numerusform>group without a name, %n face</numerusform><numerusform>group without a name, %n faces</numerusform></translation></message>
    <message numerus="yes">
        <source>%n suggestion(s) waiting</source>
        <translation><numerusform>%n suggestion waiting</numerusform><numerusform>%n suggestions waiting</numerusform></translation></message>
</context>
<context>
    <name>PeopleOffers</name>
    <message numerus="yes">
        <source>Who are these %n face(s)?</source>
        <translation><numerusform>Who is this?</numerusform><numerusform>Who are these %n faces?</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation><numerusform>%n face</numerusform><numerusform>%n faces</numerusform></translation></message>
    <message numerus="yes">
        <source>Show %n people again</source>
        <translation><numerusform>Show %n person again</numerusform><numerusform>Show %n people again</numerusform></translation></message>
    <message numerus="yes">
        <source>Hide %n people</source>
        <translation><numerusform>Hide %n person</numerusform><numerusform>Hide %n people</numerusform></translation></message>
    <message numerus="yes">
        <source>Hide %n group(s) with {faces}</source>
        <translation><numerusform>Hide %n group with {faces}</numerusform><numerusform>Hide %n groups with {faces}</numerusform></translation></message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>%n with a name</source>
        <translation><numerusform>%n with a name</numerusform><numerusform>%n with a name</numerusform></translation></message>
</context>
<context>
    <name>PersonCard</name>
    <message numerus="yes">
        <source>%n face(s) too small or blurred to be told</source>
        <translation><numerusform>%n face too small or blurred to be told</numerusform><numerusform>%n faces too small or blurred to be told</numerusform></translation></message>
    <message numerus="yes">
        <source>Of %n face(s) drawn by lot {right} were right</source>
        <translation><numerusform>Of %n face drawn by lot {right} was right</numerusform><numerusform>Of %n faces drawn by lot {right} were right</numerusform></translation></message>
    <message numerus="yes">
        <source>Of %n guess(es) that you looked at {right} were right</source>
        <translation><numerusform>Of %n guess that you looked at {right} was right</numerusform><numerusform>Of %n guesses that you looked at {right} were right</numerusform></translation></message>
    <message numerus="yes">
        <source>most often taken for {name}: %n face(s)</source>
        <translation><numerusform>most often taken for {name}: %n face</numerusform><numerusform>most often taken for {name}: %n faces</numerusform></translation></message>
    <message numerus="yes">
        <source>%n not sure</source>
        <translation><numerusform>%n not sure</numerusform><numerusform>%n not sure</numerusform></translation></message>
</context>
<context>
    <name>PersonHeader</name>
    <message numerus="yes">
        <source>Check %n at random …</source>
        <translation><numerusform>Check %n at random …</numerusform><numerusform>Check %n at random …</numerusform></translation></message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation><numerusform>%n photo</numerusform><numerusform>%n photos</numerusform></translation></message>
    <message numerus="yes">
        <source>%n confirmed</source>
        <translation><numerusform>%n confirmed</numerusform><numerusform>%n confirmed</numerusform></translation></message>
    <message numerus="yes">
        <source>%n named</source>
        <translation><numerusform>%n named</numerusform><numerusform>%n named</numerusform></translation></message>
    <message numerus="yes">
        <source>%n suggested</source>
        <translation><numerusform>%n suggested</numerusform><numerusform>%n suggested</numerusform></translation></message>
    <message numerus="yes">
        <source>%n said to be somebody else</source>
        <translation><numerusform>%n said to be somebody else</numerusform><numerusform>%n said to be somebody else</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s) that were ignored, or marked as none. Select some to bring them back.</source>
        <translation><numerusform>%n face that was ignored, or marked as none. Select it to bring it back.</numerusform><numerusform>%n faces that were ignored, or marked as none. Select some to bring them back.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s) that belong together. Who is this?</source>
        <translation><numerusform>%n face. Who is this?</numerusform><numerusform>%n faces that belong together. Who is this?</numerusform></translation></message>
</context>
<context>
    <name>PersonOffers</name>
    <message numerus="yes">
        <source>Split off %n face(s)</source>
        <translation><numerusform>Split off %n face</numerusform><numerusform>Split off %n faces</numerusform></translation></message>
    <message numerus="yes">
        <source>Bring back %n face(s)</source>
        <translation><numerusform>Bring back %n face</numerusform><numerusform>Bring back %n faces</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s) may be {name} after all</source>
        <translation><numerusform>%n face may be {name} after all</numerusform><numerusform>%n faces may be {name} after all</numerusform></translation></message>
    <message numerus="yes">
        <source>Ignore these %n face(s)</source>
        <translation><numerusform>Ignore this face</numerusform><numerusform>Ignore these %n faces</numerusform></translation></message>
    <message numerus="yes">
        <source>Mark these %n face(s) as not a face</source>
        <translation><numerusform>Mark this face as not a face</numerusform><numerusform>Mark these %n faces as not a face</numerusform></translation></message>
    <message numerus="yes">
        <source>These %n face(s) are somebody else …</source>
        <translation><numerusform>This face is somebody else …</numerusform><numerusform>These %n faces are somebody else …</numerusform></translation></message>
    <message numerus="yes">
        <source>These %n face(s) are not {name}</source>
        <translation><numerusform>This face is not {name}</numerusform><numerusform>These %n faces are not {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>Confirm these %n face(s) as {name}</source>
        <translation><numerusform>Confirm this face as {name}</numerusform><numerusform>Confirm these %n faces as {name}</numerusform></translation></message>
</context>
<context>
    <name>PersonTools</name>
    <message numerus="yes">
        <source>%n face(s) of which you said so</source>
        <translation><numerusform>%n face of which you said so</numerusform><numerusform>%n faces of which you said so</numerusform></translation></message>
    <message numerus="yes">
        <source>Confirm all %n guess(es) as {name}</source>
        <translation><numerusform>Confirm the one guess as {name}</numerusform><numerusform>Confirm all %n guesses as {name}</numerusform></translation></message>
</context>
<context>
    <name>PhotoCommands</name>
    <message numerus="yes">
        <source>Ignore %n face(s) of strangers</source>
        <translation><numerusform>Ignore %n face of a stranger</numerusform><numerusform>Ignore %n faces of strangers</numerusform></translation></message>
</context>
<context>
    <name>PhotoPage</name>
    <message numerus="yes">
        <source>%n guess(es) to look at</source>
        <translation><numerusform>%n guess to look at</numerusform><numerusform>%n guesses to look at</numerusform></translation></message>
</context>
<context>
    <name>PhotosModel</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation><numerusform>%n photo</numerusform><numerusform>%n photos</numerusform></translation></message>
    <message numerus="yes">
        <source>%n more that look the same</source>
        <translation><numerusform>%n more that looks the same</numerusform><numerusform>%n more that look the same</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation><numerusform>%n face</numerusform><numerusform>%n faces</numerusform></translation></message>
</context>
<context>
    <name>PhotosPage</name>
    <message numerus="yes">
        <source>%n more look the same as one of them</source>
        <translation><numerusform>%n more looks the same as one of them</numerusform><numerusform>%n more look the same as one of them</numerusform></translation></message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation><numerusform>%n photo</numerusform><numerusform>%n photos</numerusform></translation></message>
</context>
<context>
    <name>PlanView</name>
    <message numerus="yes">
        <source>%n file(s) could not be read whole</source>
        <translation><numerusform>%n file could not be read whole</numerusform><numerusform>%n files could not be read whole</numerusform></translation></message>
    <message numerus="yes">
        <source>%n person(s) named</source>
        <translation><numerusform>%n person named</numerusform><numerusform>%n people named</numerusform></translation></message>
    <message numerus="yes">
        <source>%n of them new in this library</source>
        <translation><numerusform>%n of them new in this library</numerusform><numerusform>%n of them new in this library</numerusform></translation></message>
    <message numerus="yes">
        <source>%n name(s) for faces that were found already</source>
        <translation><numerusform>%n name for faces that were found already</numerusform><numerusform>%n names for faces that were found already</numerusform></translation></message>
    <message numerus="yes">
        <source>%n box(es) drawn new, where no face was found</source>
        <translation><numerusform>%n box drawn new, where no face was found</numerusform><numerusform>%n boxes drawn new, where no face was found</numerusform></translation></message>
    <message numerus="yes">
        <source>%n conflict(s): you are asked afterwards</source>
        <translation><numerusform>%n conflict: you are asked afterwards</numerusform><numerusform>%n conflicts: you are asked afterwards</numerusform></translation></message>
    <message numerus="yes">
        <source>%n name(s) that the library has already</source>
        <translation><numerusform>%n name that the library has already</numerusform><numerusform>%n names that the library has already</numerusform></translation></message>
    <message numerus="yes">
        <source>%n time(s) you decided otherwise, and that stays</source>
        <translation><numerusform>%n time you decided otherwise, and that stays</numerusform><numerusform>%n times you decided otherwise, and that stays</numerusform></translation></message>
    <message numerus="yes">
        <source>%n more photo(s) to ask about when you have answered some</source>
        <translation><numerusform>%n more photo to ask about when you have answered some</numerusform><numerusform>%n more photos to ask about when you have answered some</numerusform></translation></message>
    <message numerus="yes">
        <source>%n name(s) without a face that it could be</source>
        <translation><numerusform>%n name without a face that it could be</numerusform><numerusform>%n names without a face that it could be</numerusform></translation></message>
    <message numerus="yes">
        <source>%n date(s) of photos</source>
        <translation><numerusform>%n date of photos</numerusform><numerusform>%n dates of photos</numerusform></translation></message>
    <message numerus="yes">
        <source>%n photo(s) that this library does not have</source>
        <translation><numerusform>%n photo that this library does not have</numerusform><numerusform>%n photos that this library does not have</numerusform></translation></message>
    <message numerus="yes">
        <source>Take over %n name(s)</source>
        <translation><numerusform>Take over %n name</numerusform><numerusform>Take over %n names</numerusform></translation></message>
    <message numerus="yes">
        <source>Keep %n question(s) to be answered</source>
        <translation><numerusform>Keep %n question to be answered</numerusform><numerusform>Keep %n questions to be answered</numerusform></translation></message>
</context>
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>Are these %n face(s) {name}?</source>
        <translation><numerusform>Is this face {name}?</numerusform><numerusform>Are these %n faces {name}?</numerusform></translation></message>
    <message numerus="yes">
        <source>Name these %n face(s)</source>
        <translation><numerusform>Name this face</numerusform><numerusform>Name these %n faces</numerusform></translation></message>
    <message numerus="yes">
        <source>Ignore all but %n</source>
        <translation><numerusform>Ignore all but %n</numerusform><numerusform>Ignore all but %n</numerusform></translation></message>
    <message numerus="yes">
        <source>Ignore %n face(s)</source>
        <translation><numerusform>Ignore %n face</numerusform><numerusform>Ignore %n faces</numerusform></translation></message>
    <message numerus="yes">
        <source>%n are no faces</source>
        <translation><numerusform>%n is no face</numerusform><numerusform>%n are no faces</numerusform></translation></message>
    <message numerus="yes">
        <source>The next %n answer(s)</source>
        <translation><numerusform>The next %n answer</numerusform><numerusform>The next %n answers</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation><numerusform>%Ln face</numerusform><numerusform>%Ln faces</numerusform></translation></message>
    <message numerus="yes">
        <source>%n question(s) left</source>
        <translation><numerusform>%n question left</numerusform><numerusform>%n questions left</numerusform></translation></message>
    <message numerus="yes">
        <source>%n questions left, or more</source>
        <translation><numerusform>%n questions left, or more</numerusform><numerusform>%n questions left, or more</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation><numerusform>%n face</numerusform><numerusform>%n faces</numerusform></translation></message>
</context>
<context>
    <name>RunsRow</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation><numerusform>%n file</numerusform><numerusform>%n files</numerusform></translation></message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation><numerusform>%n photo</numerusform><numerusform>%n photos</numerusform></translation></message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation><numerusform>%n selected</numerusform><numerusform>%n selected</numerusform></translation></message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>%Ln face(s): a whole group already; nothing was changed</source>
        <translation><numerusform>%Ln face: a whole group already; nothing was changed</numerusform><numerusform>%Ln faces: a whole group already; nothing was changed</numerusform></translation></message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation><numerusform>and %Ln more</numerusform><numerusform>and %Ln more</numerusform></translation></message>
    <message numerus="yes">
        <source>{source}: %Ln face(s) of {people}</source>
        <translation><numerusform>{source}: %Ln face of {people}</numerusform><numerusform>{source}: %Ln faces of {people}</numerusform></translation></message>
    <message numerus="yes">
        <source>{source}: %Ln face(s) of {people}, {count} of them drawn new</source>
        <translation><numerusform>{source}: %Ln face of {people}, {count} of them drawn new</numerusform><numerusform>{source}: %Ln faces of {people}, {count} of them drawn new</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln question(s): the library is right</source>
        <translation><numerusform>%Ln question: the library is right</numerusform><numerusform>%Ln questions: the library is right</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln question(s) answered: the library is right</source>
        <translation><numerusform>%Ln question answered: the library is right</numerusform><numerusform>%Ln questions answered: the library is right</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln question(s) wait for an answer</source>
        <translation><numerusform>%Ln question waits for an answer</numerusform><numerusform>%Ln questions wait for an answer</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln faces are {name}, looked at twice</source>
        <translation><numerusform>%Ln face is {name}, looked at twice</numerusform><numerusform>%Ln faces are {name}, looked at twice</numerusform></translation></message>
    <message numerus="yes">
        <source>check %Ln face(s) of {name}, drawn from {count}</source>
        <translation><numerusform>check %Ln face of {name}, drawn from {count}</numerusform><numerusform>check %Ln faces of {name}, drawn from {count}</numerusform></translation></message>
    <message numerus="yes">
        <source>name %Ln face(s) {name}</source>
        <translation><numerusform>name %Ln face {name}</numerusform><numerusform>name %Ln faces {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>name %Ln face(s) {name}, {count} not</source>
        <translation><numerusform>name %Ln face {name}, {count} not</numerusform><numerusform>name %Ln faces {name}, {count} not</numerusform></translation></message>
    <message numerus="yes">
        <source>name %Ln face(s) of group {number} {name}</source>
        <translation><numerusform>name %Ln face of group {number} {name}</numerusform><numerusform>name %Ln faces of group {number} {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>name %Ln face(s) of {groups} {name}</source>
        <translation><numerusform>name %Ln face of {groups} {name}</numerusform><numerusform>name %Ln faces of {groups} {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>named %Ln face(s) {name}</source>
        <translation><numerusform>named %Ln face {name}</numerusform><numerusform>named %Ln faces {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>named %Ln face(s) of {groups} {name}</source>
        <translation><numerusform>named %Ln face of {groups} {name}</numerusform><numerusform>named %Ln faces of {groups} {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>merged group {number} into group {target}: %Ln face(s) joined {count}</source>
        <translation><numerusform>merged group {number} into group {target}: %Ln face joined {count}</numerusform><numerusform>merged group {number} into group {target}: %Ln faces joined {count}</numerusform></translation></message>
    <message numerus="yes">
        <source>assign %Ln face(s) to {name}</source>
        <translation><numerusform>assign %Ln face to {name}</numerusform><numerusform>assign %Ln faces to {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s) confirmed as {name}</source>
        <translation><numerusform>%Ln face confirmed as {name}</numerusform><numerusform>%Ln faces confirmed as {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>confirm %Ln face(s) as {name}</source>
        <translation><numerusform>confirm %Ln face as {name}</numerusform><numerusform>confirm %Ln faces as {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>confirmed %Ln face(s) as {name}</source>
        <translation><numerusform>confirmed %Ln face as {name}</numerusform><numerusform>confirmed %Ln faces as {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s): not {name}</source>
        <translation><numerusform>%Ln face: not {name}</numerusform><numerusform>%Ln faces: not {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s) may be {name} after all</source>
        <translation><numerusform>%Ln face may be {name} after all</numerusform><numerusform>%Ln faces may be {name} after all</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s) and {faces}: different people</source>
        <translation><numerusform>%Ln face and {faces}: different people</numerusform><numerusform>%Ln faces and {faces}: different people</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s) and {faces}: one person</source>
        <translation><numerusform>%Ln face and {faces}: one person</numerusform><numerusform>%Ln faces and {faces}: one person</numerusform></translation></message>
    <message numerus="yes">
        <source>merged: %Ln face(s) joined {count}</source>
        <translation><numerusform>merged: %Ln face joined {count}</numerusform><numerusform>merged: %Ln faces joined {count}</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s) confirmed as {name}, {count} not</source>
        <translation><numerusform>%Ln face confirmed as {name}, {count} not</numerusform><numerusform>%Ln faces confirmed as {name}, {count} not</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s) may be one person after all</source>
        <translation><numerusform>%Ln face may be one person after all</numerusform><numerusform>%Ln faces may be one person after all</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s) need not be one person after all</source>
        <translation><numerusform>%Ln face need not be one person after all</numerusform><numerusform>%Ln faces need not be one person after all</numerusform></translation></message>
    <message numerus="yes">
        <source>split off %Ln face(s)</source>
        <translation><numerusform>split off %Ln face</numerusform><numerusform>split off %Ln faces</numerusform></translation></message>
    <message numerus="yes">
        <source>split off %Ln face(s) into group {number}</source>
        <translation><numerusform>split off %Ln face into group {number}</numerusform><numerusform>split off %Ln faces into group {number}</numerusform></translation></message>
    <message numerus="yes">
        <source>split off %Ln face(s) into {groups}</source>
        <translation><numerusform>split off %Ln face into {groups}</numerusform><numerusform>split off %Ln faces into {groups}</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s) ignored</source>
        <translation><numerusform>%Ln face ignored</numerusform><numerusform>%Ln faces ignored</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s): no strangers</source>
        <translation><numerusform>%Ln face: no strangers</numerusform><numerusform>%Ln faces: no strangers</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s) marked as not a face</source>
        <translation><numerusform>%Ln face marked as not a face</numerusform><numerusform>%Ln faces marked as not a face</numerusform></translation></message>
    <message numerus="yes">
        <source>hide %Ln people</source>
        <translation><numerusform>hide %Ln person</numerusform><numerusform>hide %Ln people</numerusform></translation></message>
    <message numerus="yes">
        <source>show %Ln people</source>
        <translation><numerusform>show %Ln person</numerusform><numerusform>show %Ln people</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln people hidden</source>
        <translation><numerusform>%Ln person hidden</numerusform><numerusform>%Ln people hidden</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln people shown again</source>
        <translation><numerusform>%Ln person shown again</numerusform><numerusform>%Ln people shown again</numerusform></translation></message>
    <message numerus="yes">
        <source>hide %Ln group(s) with {faces}</source>
        <translation><numerusform>hide %Ln group with {faces}</numerusform><numerusform>hide %Ln groups with {faces}</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln group(s) with {faces} hidden</source>
        <translation><numerusform>%Ln group with {faces} hidden</numerusform><numerusform>%Ln groups with {faces} hidden</numerusform></translation></message>
    <message numerus="yes">
        <source>bring back %Ln face(s)</source>
        <translation><numerusform>bring back %Ln face</numerusform><numerusform>bring back %Ln faces</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s) brought back</source>
        <translation><numerusform>%Ln face brought back</numerusform><numerusform>%Ln faces brought back</numerusform></translation></message>
    <message numerus="yes">
        <source>add %Ln people to the favourites</source>
        <translation><numerusform>add %Ln person to the favourites</numerusform><numerusform>add %Ln people to the favourites</numerusform></translation></message>
    <message numerus="yes">
        <source>take %Ln people from the favourites</source>
        <translation><numerusform>take %Ln person from the favourites</numerusform><numerusform>take %Ln people from the favourites</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln photo(s) are different ones</source>
        <translation><numerusform>%Ln photo is a different one</numerusform><numerusform>%Ln photos are different ones</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln photo(s) taken {date}</source>
        <translation><numerusform>%Ln photo taken {date}</numerusform><numerusform>%Ln photos taken {date}</numerusform></translation></message>
    <message numerus="yes">
        <source>dates of %Ln photo(s) as their files say</source>
        <translation><numerusform>dates of %Ln photo as its file says</numerusform><numerusform>dates of %Ln photos as their files say</numerusform></translation></message>
    <message numerus="yes">
        <source>re-cluster ({how}, {share} wrong): %Ln undecided face(s) move</source>
        <translation><numerusform>re-cluster ({how}, {share} wrong): %Ln undecided face moves</numerusform><numerusform>re-cluster ({how}, {share} wrong): %Ln undecided faces move</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation><numerusform>%Ln face</numerusform><numerusform>%Ln faces</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation><numerusform>%Ln group</numerusform><numerusform>%Ln groups</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation><numerusform>%Ln photo</numerusform><numerusform>%Ln photos</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation><numerusform>%Ln person</numerusform><numerusform>%Ln people</numerusform></translation></message>
</context>
<context>
    <name>SettlePage</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation><numerusform>%n waiting</numerusform><numerusform>%n waiting</numerusform></translation></message>
</context>
<context>
    <name>SharesModel</name>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation><numerusform>%n face</numerusform><numerusform>%n faces</numerusform></translation></message>
    <message numerus="yes">
        <source>%n box(es) drawn new</source>
        <translation><numerusform>%n box drawn new</numerusform><numerusform>%n boxes drawn new</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s) in their place</source>
        <translation><numerusform>%n face in its place</numerusform><numerusform>%n faces in their place</numerusform></translation></message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation><numerusform>%n waiting</numerusform><numerusform>%n waiting</numerusform></translation></message>
</context>
<context>
    <name>SplitDialog</name>
    <message numerus="yes">
        <source>Also take %n face(s) that you confirmed or named</source>
        <translation><numerusform>Also take %n face that you confirmed or named</numerusform><numerusform>Also take %n faces that you confirmed or named</numerusform></translation></message>
    <message numerus="yes">
        <source>into %n group(s)</source>
        <translation><numerusform>into %n group</numerusform><numerusform>into %n groups</numerusform></translation></message>
    <message numerus="yes">
        <source>Split off %n face(s) {into}</source>
        <translation><numerusform>Split off %n face {into}</numerusform><numerusform>Split off %n faces {into}</numerusform></translation></message>
    <message numerus="yes">
        <source>%n of them confirmed or named</source>
        <translation><numerusform>%n of them confirmed or named</numerusform><numerusform>%n of them confirmed or named</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s) stay</source>
        <translation><numerusform>%n face stays</numerusform><numerusform>%n faces stay</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s) leave for a group of their own</source>
        <translation><numerusform>%n face leaves for a group of its own</numerusform><numerusform>%n faces leave for a group of their own</numerusform></translation></message>
</context>
<context>
    <name>Standing</name>
    <message numerus="yes">
        <source>%Ln guess(es) to confirm</source>
        <translation><numerusform>%Ln guess to confirm</numerusform><numerusform>%Ln guesses to confirm</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln pair(s) of groups that may be one person</source>
        <translation><numerusform>%Ln pair of groups that may be one person</numerusform><numerusform>%Ln pairs of groups that may be one person</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln contradiction(s)</source>
        <translation><numerusform>%Ln contradiction</numerusform><numerusform>%Ln contradictions</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln name(s) from files to settle</source>
        <translation><numerusform>%Ln name from files to settle</numerusform><numerusform>%Ln names from files to settle</numerusform></translation></message>
</context>
<context>
    <name>StepPreview</name>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation><numerusform>%n face</numerusform><numerusform>%n faces</numerusform></translation></message>
</context>
<context>
    <name>StrangersDialog</name>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation><numerusform>%n face</numerusform><numerusform>%n faces</numerusform></translation></message>
    <message numerus="yes">
        <source>Hide %n group(s) with {faces}</source>
        <translation><numerusform>Hide %n group with {faces}</numerusform><numerusform>Hide %n groups with {faces}</numerusform></translation></message>
</context>
<context>
    <name>StrictnessDialog</name>
    <message numerus="yes">
        <source>%n group(s) join another</source>
        <translation><numerusform>%n group joins another</numerusform><numerusform>%n groups join another</numerusform></translation></message>
    <message numerus="yes">
        <source>%n group(s) part</source>
        <translation><numerusform>%n group parts</numerusform><numerusform>%n groups part</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s) find a group</source>
        <translation><numerusform>%n face finds a group</numerusform><numerusform>%n faces find a group</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s) lose theirs</source>
        <translation><numerusform>%n face loses its group</numerusform><numerusform>%n faces lose theirs</numerusform></translation></message>
    <message numerus="yes">
        <source>Move %n face(s)</source>
        <translation><numerusform>Move %n face</numerusform><numerusform>Move %n faces</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln unconfirmed face(s) move</source>
        <translation><numerusform>%Ln unconfirmed face moves</numerusform><numerusform>%Ln unconfirmed faces move</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln confirmed or named face(s) get another name</source>
        <translation><numerusform>%Ln confirmed or named face get another name</numerusform><numerusform>%Ln confirmed or named faces get another name</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln contradiction(s)</source>
        <translation><numerusform>%Ln contradiction</numerusform><numerusform>%Ln contradictions</numerusform></translation></message>
</context>
<context>
    <name>Sureness</name>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation><numerusform>%Ln face</numerusform><numerusform>%Ln faces</numerusform></translation></message>
</context>
<context>
    <name>Sweep</name>
    <message numerus="yes">
        <source>Confirm these %n face(s) as {name}</source>
        <translation><numerusform>Confirm this face as {name}</numerusform><numerusform>Confirm these %n faces as {name}</numerusform></translation></message>
    <message numerus="yes">
        <source>%n other(s) are not</source>
        <translation><numerusform>%n other is not</numerusform><numerusform>%n others are not</numerusform></translation></message>
    <message numerus="yes">
        <source>%n face(s) are not {name}</source>
        <translation><numerusform>%n face is not {name}</numerusform><numerusform>%n faces are not {name}</numerusform></translation></message>
</context>
<context>
    <name>SweepPage</name>
    <message numerus="yes">
        <source>%n guess(es), the likest first</source>
        <translation><numerusform>%n guess, the likest first</numerusform><numerusform>%n guesses, the likest first</numerusform></translation></message>
</context>
</TS>