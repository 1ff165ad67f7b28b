<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About photoface</source>
        <translation>photoface 정보</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>진단 정보</translation>
    </message>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>photoface {version}</source>
        <translation>photoface {version}</translation>
    </message>
    <message>
        <source>An organizer of photos by the people in them. Free software under the MIT licence.</source>
        <translation>사진 속 인물별로 사진을 정리하는 프로그램입니다. MIT 라이선스를 따르는 자유 소프트웨어입니다.</translation>
    </message>
    <message>
        <source>Everything stays on this computer: no account, no cloud, no usage data.</source>
        <translation>모든 것이 이 컴퓨터에만 있습니다. 계정도, 클라우드도, 사용 정보 수집도 없습니다.</translation>
    </message>
    <message>
        <source>The network is used for one thing only: fetching models, when you press Install.</source>
        <translation>네트워크는 ‘설치’를 눌러 모델을 받을 때만 사용합니다.</translation>
    </message>
    <message>
        <source>Your photos are never changed unless you ask for it.</source>
        <translation>요청하지 않는 한 사진은 절대 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>What you decided is never moved by the program, and every decision can be undone.</source>
        <translation>직접 결정한 것은 프로그램이 바꾸지 않으며, 모든 결정은 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>To send with a question or a report. No names and no paths are in it.</source>
        <translation>문의하거나 문제를 알릴 때 함께 보내 주세요. 이름과 경로는 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>라이브러리</translation>
    </message>
</context>
<context>
    <name>AlbumOutDialog</name>
    <message>
        <source>Export album</source>
        <translation>앨범 내보내기</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Only photos where you decided who is in them; no guesses</source>
        <translation>누구인지 직접 결정한 사진만, 제안은 제외</translation>
    </message>
    <message>
        <source>Photos that could not be put there</source>
        <translation>내보내지 못한 사진</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>The photos of {album}, for somebody without photoface.</source>
        <translation>photoface가 없는 사람에게 줄 앨범 사진: {album}.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Putting it there …</source>
        <translation>내보내는 중…</translation>
    </message>
    <message>
        <source>{done} of {total} files</source>
        <translation>파일 {total}개 중 {done}개</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are in {folder}.</source>
        <translation>
            <numerusform>파일 %n개를 내보냈습니다: {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) could not be put there:</source>
        <translation>
            <numerusform>내보내지 못한 사진 %n장:</numerusform>
        </translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>내보낼 곳</translation>
    </message>
    <message>
        <source>Copies of the photos</source>
        <translation>사진 사본</translation>
    </message>
    <message>
        <source>Whole files, to be given away or burnt on a disc.</source>
        <translation>남에게 주거나 디스크에 구울 수 있는 온전한 파일입니다.</translation>
    </message>
    <message>
        <source>Hard links</source>
        <translation>하드 링크</translation>
    </message>
    <message>
        <source>The same files under a second name, without more room; on the same drive only.</source>
        <translation>같은 파일에 이름을 하나 더 붙입니다. 공간을 더 쓰지 않으며, 같은 드라이브에서만 됩니다.</translation>
    </message>
    <message>
        <source>Symbolic links</source>
        <translation>심볼릭 링크</translation>
    </message>
    <message>
        <source>Pointers to the photos; they work while these stay where they are.</source>
        <translation>사진을 가리키는 링크입니다. 사진이 제자리에 있는 동안 작동합니다.</translation>
    </message>
    <message>
        <source>Sheets of small pictures</source>
        <translation>작은 사진 모음</translation>
    </message>
    <message>
        <source>JPEG pages with all photos, to be printed.</source>
        <translation>모든 사진을 담은 인쇄용 JPEG 페이지입니다.</translation>
    </message>
    <message>
        <source>A table (CSV)</source>
        <translation>표(CSV)</translation>
    </message>
    <message>
        <source>File, date and people of each photo, for a spreadsheet.</source>
        <translation>스프레드시트에서 쓸 수 있는 사진별 파일, 날짜, 인물 목록입니다.</translation>
    </message>
    <message>
        <source>A web page</source>
        <translation>웹 페이지</translation>
    </message>
    <message>
        <source>One file with small pictures and names, for any browser; nothing is fetched.</source>
        <translation>작은 사진과 이름을 담은 파일 하나입니다. 어떤 브라우저에서나 열리며, 네트워크에서 아무것도 받지 않습니다.</translation>
    </message>
    <message>
        <source>What it becomes</source>
        <translation>내보낼 형식</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
</context>
<context>
    <name>AlbumsCommands</name>
    <message>
        <source>Albums</source>
        <translation>앨범</translation>
    </message>
    <message>
        <source>All albums</source>
        <translation>모든 앨범</translation>
    </message>
    <message>
        <source>Export album …</source>
        <translation>앨범 내보내기…</translation>
    </message>
    <message>
        <source>Set the date …</source>
        <translation>날짜 지정…</translation>
    </message>
    <message>
        <source>Rename this search …</source>
        <translation>검색 이름 바꾸기…</translation>
    </message>
    <message>
        <source>Change what it finds …</source>
        <translation>검색 조건 바꾸기…</translation>
    </message>
    <message>
        <source>Delete this search</source>
        <translation>검색 삭제</translation>
    </message>
    <message>
        <source>Rename this search</source>
        <translation>검색 이름 바꾸기</translation>
    </message>
    <message>
        <source>Its new name</source>
        <translation>새 이름</translation>
    </message>
</context>
<context>
    <name>AlbumsModel</name>
    <message>
        <source>Saved searches</source>
        <translation>저장된 검색</translation>
    </message>
    <message>
        <source>People</source>
        <translation>인물</translation>
    </message>
    <message numerus="yes">
        <source>%n album(s)</source>
        <translation>
            <numerusform>앨범 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read any more</source>
        <translation>더 이상 읽을 수 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlbumsPage</name>
    <message>
        <source>Name somebody, or save a search, and an album appears here that keeps itself up to date.</source>
        <translation>인물에 이름을 붙이거나 검색을 저장하면, 저절로 최신 상태로 유지되는 앨범이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>No albums yet</source>
        <translation>아직 앨범이 없습니다</translation>
    </message>
    <message>
        <source>No photo is in this album</source>
        <translation>이 앨범에는 사진이 없습니다</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>앨범</translation>
    </message>
    <message>
        <source>Photos of the album</source>
        <translation>앨범의 사진</translation>
    </message>
    <message numerus="yes">
        <source>%n album(s)</source>
        <translation>
            <numerusform>앨범 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>{photos} photos are read; {faces} faces are in them.</source>
        <translation>사진 {photos}장을 읽었고, 얼굴 {faces}개를 찾았습니다.</translation>
    </message>
    <message>
        <source>photoface is done</source>
        <translation>photoface 작업 완료</translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Type who it is</source>
        <translation>누구인지 입력</translation>
    </message>
    <message>
        <source>Somebody else …</source>
        <translation>다른 사람…</translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation>누구인가요?</translation>
    </message>
    <message>
        <source>Somebody else: type a name</source>
        <translation>다른 사람: 이름 입력</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
</context>
<context>
    <name>CandidatesModel</name>
    <message>
        <source>Who this may be</source>
        <translation>누구일까요</translation>
    </message>
    <message>
        <source>Hardly</source>
        <translation>가능성 낮음</translation>
    </message>
    <message>
        <source>the nearest of all others</source>
        <translation>나머지 중 가장 닮은 얼굴</translation>
    </message>
    <message>
        <source>Not named yet</source>
        <translation>아직 이름 없음</translation>
    </message>
    <message>
        <source>almost certainly</source>
        <translation>거의 확실함</translation>
    </message>
    <message>
        <source>probably</source>
        <translation>아마도</translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation>어쩌면</translation>
    </message>
    <message>
        <source>hardly</source>
        <translation>가능성 낮음</translation>
    </message>
    <message>
        <source>nobody knows how sure</source>
        <translation>확실한 정도를 알 수 없음</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Known faces of {name}, the nearest first</source>
        <translation>이미 아는 {name} 얼굴, 닮은 순</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Check at random</source>
        <translation>무작위 점검</translation>
    </message>
    <message numerus="yes">
        <source>Draw %n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개 뽑기</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>모르겠음</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>이유 보기</translation>
    </message>
    <message>
        <source>Known faces of {name}</source>
        <translation>이미 아는 {name} 얼굴</translation>
    </message>
    <message>
        <source>Nobody to check</source>
        <translation>점검할 인물이 없습니다</translation>
    </message>
    <message>
        <source>Choose a person first.</source>
        <translation>먼저 인물을 선택하세요.</translation>
    </message>
    <message>
        <source>Is this {name}?</source>
        <translation>이 사람이 {name}인가요?</translation>
    </message>
    <message>
        <source>face {row} of {count}, drawn by lot</source>
        <translation>무작위로 뽑은 얼굴 {count}개 중 {row}번째</translation>
    </message>
    <message>
        <source>What the check says</source>
        <translation>점검 결과</translation>
    </message>
    <message>
        <source>How many of the guesses are right?</source>
        <translation>제안이 얼마나 맞나요?</translation>
    </message>
    <message>
        <source>Nobody has to look any further: every face is confirmed one by one.</source>
        <translation>더 볼 것이 없습니다. 모든 얼굴을 하나씩 확정했습니다.</translation>
    </message>
    <message>
        <source>Some faces that nobody has confirmed are drawn by lot, and you look at each. That tells how good all the others are, which looking at the likest ones cannot.</source>
        <translation>아직 확정하지 않은 얼굴 몇 개를 무작위로 뽑아 하나씩 확인합니다. 나머지 얼굴이 모두 얼마나 정확한지 알 수 있습니다. 가장 닮은 얼굴만 봐서는 알 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>ClashCard</name>
    <message>
        <source>One person</source>
        <translation>같은 사람</translation>
    </message>
    <message>
        <source>Not one person</source>
        <translation>같은 사람 아님</translation>
    </message>
    <message>
        <source>What is right? Each of these is one step, and can be undone.</source>
        <translation>어느 쪽이 맞나요? 모두 한 단계이며, 되돌릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>Go to {page}</source>
        <translation>{page} 페이지로 이동</translation>
    </message>
    <message>
        <source>Make an empty library in a folder; the present one stays as it is</source>
        <translation>폴더에 빈 라이브러리를 만듭니다. 지금 라이브러리는 그대로 남습니다</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>Look for new photos</source>
        <translation>새 사진 찾기</translation>
    </message>
    <message>
        <source>New library …</source>
        <translation>새 라이브러리…</translation>
    </message>
    <message>
        <source>Open library …</source>
        <translation>라이브러리 열기…</translation>
    </message>
    <message>
        <source>Install models …</source>
        <translation>모델 설치…</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>앞으로</translation>
    </message>
    <message>
        <source>Between sidebar and page</source>
        <translation>사이드바와 페이지 사이 이동</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Decisions that contradict</source>
        <translation>서로 어긋난 결정</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>About photoface</source>
        <translation>photoface 정보</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message numerus="yes">
        <source>%n faces of one photo were said to be one person</source>
        <translation>
            <numerusform>한 사진의 얼굴 %n개를 같은 사람이라고 했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source> and </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n faces were said to be one person, and two: {names}</source>
        <translation>
            <numerusform>얼굴 %n개를 같은 사람이라고도, 서로 다른 사람이라고도 했습니다: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n faces were said to be one person, {name}, and some of them not</source>
        <translation>
            <numerusform>얼굴 %n개를 모두 {name} 얼굴이라고 했는데, 일부는 아니라고도 했습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n faces were said to be one person, and different people</source>
        <translation>
            <numerusform>얼굴 %n개를 같은 사람이라고도, 다른 사람이라고도 했습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s): this is {name}</source>
        <translation>
            <numerusform>얼굴 %n개: {name} 얼굴</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s): this is one person</source>
        <translation>
            <numerusform>얼굴 %n개: 같은 사람</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s): this is not {name}</source>
        <translation>
            <numerusform>얼굴 %n개: {name} 아님</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s): not the same person as the others</source>
        <translation>
            <numerusform>얼굴 %n개: 나머지와 다른 사람</numerusform>
        </translation>
    </message>
    <message>
        <source>The faces of one photo are different people, unless it is a mirror or a collage.</source>
        <translation>거울이나 콜라주가 아니라면 한 사진의 얼굴은 서로 다른 사람입니다.</translation>
    </message>
    <message>
        <source>what you are about to say</source>
        <translation>지금 하려는 말</translation>
    </message>
    <message>
        <source>a rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>the history does not tell when</source>
        <translation>언제인지 기록에 없음</translation>
    </message>
    <message>
        <source>{when}, by {author}</source>
        <translation>{when}, 결정: {author}</translation>
    </message>
    <message>
        <source>because: {reason}</source>
        <translation>이유: {reason}</translation>
    </message>
    <message>
        <source>The earlier face is not {name}</source>
        <translation>앞서 말한 얼굴은 {name} 인물이 아님</translation>
    </message>
    <message>
        <source>Take back: {what}</source>
        <translation>취소: {what}</translation>
    </message>
    <message>
        <source>The photo is a mirror or a collage</source>
        <translation>이 사진은 거울이나 콜라주임</translation>
    </message>
    <message>
        <source>They are one person: {name}</source>
        <translation>같은 사람임: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s): not {name}</source>
        <translation>
            <numerusform>얼굴 %n개: {name} 아님</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s): {name} after all</source>
        <translation>
            <numerusform>얼굴 %n개: {name} 얼굴이 맞음</numerusform>
        </translation>
    </message>
    <message>
        <source>They are one person after all</source>
        <translation>같은 사람이 맞음</translation>
    </message>
    <message>
        <source>They are not one person after all</source>
        <translation>같은 사람이 아님</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Contradictions</source>
        <translation>어긋난 결정</translation>
    </message>
    <message>
        <source>No decisions contradict one another.</source>
        <translation>서로 어긋나는 결정이 없습니다.</translation>
    </message>
    <message>
        <source>All decisions fit together</source>
        <translation>모든 결정이 서로 맞습니다</translation>
    </message>
    <message>
        <source>Both sides are kept until you say what is right.</source>
        <translation>어느 쪽이 맞는지 답할 때까지 양쪽 모두 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>ContradictionDialog</name>
    <message>
        <source>This contradicts what was decided before</source>
        <translation>앞서 내린 결정과 어긋납니다</translation>
    </message>
    <message>
        <source>Nothing has been changed yet, and no word of yours is lost. What is right?</source>
        <translation>아직 아무것도 바뀌지 않았고, 어떤 결정도 없어지지 않습니다. 무엇이 맞나요?</translation>
    </message>
    <message>
        <source>Do it &amp;anyway, keep both</source>
        <translation>그래도 진행(&amp;A), 둘 다 유지</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>그대로 두기(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more contradiction(s)</source>
        <translation>
            <numerusform>그 밖에 어긋난 결정 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>양쪽</translation>
    </message>
</context>
<context>
    <name>CopiesDialog</name>
    <message>
        <source>Photos that look the same</source>
        <translation>똑같아 보이는 사진</translation>
    </message>
    <message>
        <source>They are shown as one, the largest first. Select those that are different photos: they are shown by themselves then, for ever. Nothing is deleted.</source>
        <translation>한 장으로 묶어 큰 순서대로 보여 줍니다. 서로 다른 사진이 있으면 선택하세요. 그 뒤로는 계속 따로 표시됩니다. 아무것도 삭제하지 않습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message numerus="yes">
        <source>The %n selected photo(s) are different from the others</source>
        <translation>
            <numerusform>선택한 사진 %n장은 나머지와 다른 사진</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n photos are different ones</source>
        <translation>
            <numerusform>사진 %n장 모두 서로 다른 사진</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopiesModel</name>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 픽셀</translation>
    </message>
</context>
<context>
    <name>CopiesStrip</name>
    <message>
        <source>Photos that look the same</source>
        <translation>똑같아 보이는 사진</translation>
    </message>
    <message numerus="yes">
        <source>The same picture, %n times</source>
        <translation>
            <numerusform>같은 사진 %n장</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataSettings</name>
    <message>
        <source>Snapshots, the newest first</source>
        <translation>스냅샷, 최신순</translation>
    </message>
    <message>
        <source>Make one now</source>
        <translation>지금 만들기</translation>
    </message>
    <message>
        <source>Put back …</source>
        <translation>복원…</translation>
    </message>
    <message>
        <source>Save all decisions …</source>
        <translation>모든 결정 저장…</translation>
    </message>
    <message>
        <source>Load decisions …</source>
        <translation>결정 불러오기…</translation>
    </message>
    <message>
        <source>Delete all face data …</source>
        <translation>얼굴 데이터 모두 삭제…</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>All data is on this computer, in these places.</source>
        <translation>모든 데이터는 이 컴퓨터의 다음 위치에 있습니다.</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>스냅샷</translation>
    </message>
    <message>
        <source>Copies of names, decisions and faces, made before large changes; the last five are kept.</source>
        <translation>큰 변경 전에 만들어 두는 이름, 결정, 얼굴의 사본입니다. 최근 다섯 개를 보관합니다.</translation>
    </message>
    <message>
        <source>All decisions as a file</source>
        <translation>모든 결정을 파일로</translation>
    </message>
    <message>
        <source>Names, corrections, dates and albums, without photos and faces: to keep elsewhere, or for a library on another computer. What is decided here stays when such a file is loaded.</source>
        <translation>사진과 얼굴을 뺀 이름, 수정 내용, 날짜, 앨범입니다. 다른 곳에 보관하거나 다른 컴퓨터의 라이브러리에서 쓸 수 있습니다. 파일을 불러와도 여기서 내린 결정은 그대로입니다.</translation>
    </message>
    <message>
        <source>Delete all face data</source>
        <translation>얼굴 데이터 모두 삭제</translation>
    </message>
    <message>
        <source>Faces, groups, names and decisions of this library, for good. The photos themselves stay.</source>
        <translation>이 라이브러리의 얼굴, 그룹, 이름, 결정을 영구히 삭제합니다. 사진은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>파일 관리자에서 보기</translation>
    </message>
    <message>
        <source>Show {what} in the file manager</source>
        <translation>파일 관리자에서 보기: {what}</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>라이브러리</translation>
    </message>
    <message>
        <source>Small pictures</source>
        <translation>작은 사진</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Put a snapshot back</source>
        <translation>스냅샷 복원</translation>
    </message>
    <message>
        <source>Put the library back to this snapshot?
{snapshot}</source>
        <translation>라이브러리를 이 스냅샷으로 되돌릴까요?
{snapshot}</translation>
    </message>
    <message>
        <source>What was decided since is left. The library as it is now becomes a snapshot itself, to go back to.</source>
        <translation>그 뒤에 내린 결정은 빠집니다. 지금 라이브러리도 스냅샷으로 남으므로 다시 돌아올 수 있습니다.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Save all decisions</source>
        <translation>모든 결정 저장</translation>
    </message>
    <message>
        <source>All decisions are saved in {file}.</source>
        <translation>모든 결정을 저장했습니다: {file}.</translation>
    </message>
    <message>
        <source>Load decisions</source>
        <translation>결정 불러오기</translation>
    </message>
</context>
<context>
    <name>DateDialog</name>
    <message>
        <source>Set the date</source>
        <translation>날짜 지정</translation>
    </message>
    <message>
        <source>As the files say</source>
        <translation>파일대로</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message numerus="yes">
        <source>Set the date of %n photo(s)</source>
        <translation>
            <numerusform>사진 %n장의 날짜 지정</numerusform>
        </translation>
    </message>
    <message>
        <source>When was it taken? A year is enough, or a season: 1983, summer 1983, 1983-07, 1983-07-15.</source>
        <translation>언제 찍었나요? 연도나 계절만 써도 됩니다: 1983, summer 1983, 1983-07, 1983-07-15.</translation>
    </message>
    <message>
        <source>When it was taken</source>
        <translation>찍은 날짜</translation>
    </message>
    <message>
        <source>What you said about the date is taken back; what the files say counts</source>
        <translation>직접 지정한 날짜를 취소하고 파일의 날짜를 따릅니다</translation>
    </message>
    <message>
        <source>You set no date of these photos; nothing was changed.</source>
        <translation>이 사진들에 지정한 날짜가 없습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Understood: {date}</source>
        <translation>이해한 날짜: {date}</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>Is this really {name}?</source>
        <translation>정말 {name}인가요?</translation>
    </message>
    <message>
        <source>It is more like {other} than like {name}.</source>
        <translation>{name} 얼굴보다 {other} 얼굴에 더 닮았습니다.</translation>
    </message>
    <message>
        <source>{name} is in this photo once more.</source>
        <translation>이 사진에 {name} 얼굴이 하나 더 있습니다.</translation>
    </message>
    <message>
        <source>It is like no other face of {name}.</source>
        <translation>다른 {name} 얼굴과 닮지 않았습니다.</translation>
    </message>
    <message>
        <source>It is like no face of {name} from the same years.</source>
        <translation>같은 시기의 {name} 얼굴과 닮지 않았습니다.</translation>
    </message>
    <message>
        <source>Known faces of {name}, the nearest first</source>
        <translation>이미 아는 {name} 얼굴, 닮은 순</translation>
    </message>
    <message>
        <source>Above {name}, below {other}</source>
        <translation>위: {name}, 아래: {other}</translation>
    </message>
</context>
<context>
    <name>DoubtsPage</name>
    <message>
        <source>Doubts</source>
        <translation>의심스러운 얼굴</translation>
    </message>
    <message>
        <source>Nothing looks wrong</source>
        <translation>의심스러운 얼굴이 없습니다</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>살펴보는 중…</translation>
    </message>
    <message>
        <source>All named faces are compared with one another.</source>
        <translation>이름 붙은 모든 얼굴을 서로 비교하고 있습니다.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation>이 인물 아님</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>다른 쪽 인물</translation>
    </message>
    <message>
        <source>This is right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>이유 보기</translation>
    </message>
    <message>
        <source>No named face is nearer to somebody else, twice in a photo, or far from all others.</source>
        <translation>다른 사람과 더 닮았거나, 한 사진에 두 번 나오거나, 나머지와 전혀 닮지 않은 얼굴이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n named face(s) look wrong</source>
        <translation>
            <numerusform>이름이 잘못된 듯한 얼굴 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, this is right</source>
        <translation>예, 맞습니다</translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>{name} 아님</translation>
    </message>
    <message>
        <source>It is {name}</source>
        <translation>{name} 맞음</translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>Why this person?</source>
        <translation>왜 이 인물인가요?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>You said so: {name}.</source>
        <translation>직접 결정함: {name}.</translation>
    </message>
    <message>
        <source>You set this face aside.</source>
        <translation>직접 따로 둔 얼굴입니다.</translation>
    </message>
    <message>
        <source>Suggested to be {name}: it is in one group with faces that you named so.</source>
        <translation>제안: {name}. 그렇게 이름 붙인 얼굴과 한 그룹에 있습니다.</translation>
    </message>
    <message>
        <source>Suggested to be {name}: the group of {group} is near enough.</source>
        <translation>제안: {name}. {group}의 그룹이 충분히 닮았습니다.</translation>
    </message>
    <message>
        <source>Nobody yet. Review asks about its group of {group}.</source>
        <translation>아직 정해지지 않았습니다. {group}의 그룹을 검토에서 묻습니다.</translation>
    </message>
    <message>
        <source>Nobody. Its group of {group} is near enough to nobody who has a name.</source>
        <translation>정해지지 않았습니다. {group}의 그룹과 충분히 닮은, 이름 있는 인물이 없습니다.</translation>
    </message>
    <message>
        <source>This face could not be compared with any other one.</source>
        <translation>다른 얼굴과 비교할 수 없는 얼굴입니다.</translation>
    </message>
    <message>
        <source>Such guesses are wrong more often than right.</source>
        <translation>이런 제안은 맞을 때보다 틀릴 때가 더 많습니다.</translation>
    </message>
    <message>
        <source>Of such guesses about 1 in {count} is wrong.</source>
        <translation>이런 제안은 {count}개 중 약 1개가 틀립니다.</translation>
    </message>
</context>
<context>
    <name>FacePopup</name>
    <message>
        <source>Ignore</source>
        <translation>무시</translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation>누구인가요?</translation>
    </message>
    <message>
        <source>Confirm as {name}</source>
        <translation>{name} 얼굴로 확정</translation>
    </message>
    <message>
        <source>Remove the box</source>
        <translation>얼굴 상자 지우기</translation>
    </message>
    <message>
        <source>Not a face</source>
        <translation>얼굴 아님</translation>
    </message>
</context>
<context>
    <name>FaceResults</name>
    <message>
        <source>Whom this face is like</source>
        <translation>닮은 인물</translation>
    </message>
    <message>
        <source>Photos with such faces, the likest first</source>
        <translation>닮은 얼굴이 있는 사진, 닮은 순</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) in this picture</source>
        <translation>
            <numerusform>이 사진에 얼굴 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>People</source>
        <translation>인물</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Faces in this picture</source>
        <translation>이 사진의 얼굴</translation>
    </message>
    <message>
        <source>Face {number} of this picture</source>
        <translation>이 사진의 얼굴 {number}</translation>
    </message>
</context>
<context>
    <name>FacesModel</name>
    <message>
        <source>Is this {name}?</source>
        <translation>이 사람이 {name}인가요?</translation>
    </message>
    <message numerus="yes">
        <source>%n guess(es), the likest first</source>
        <translation>
            <numerusform>제안 %n개, 닮은 순</numerusform>
        </translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>{name} 아님</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s), the likest first; none of them comes back by itself</source>
        <translation>
            <numerusform>얼굴 %n개, 닮은 순. 저절로 되돌아오지 않습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>face {row} of {count}</source>
        <translation>얼굴 {count}개 중 {row}번째</translation>
    </message>
    <message>
        <source>nobody known</source>
        <translation>아는 사람 없음</translation>
    </message>
    <message>
        <source>The likest first</source>
        <translation>닮은 순</translation>
    </message>
    <message>
        <source>The sharpest first</source>
        <translation>선명한 순</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>날짜 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>만 %n세</numerusform>
        </translation>
    </message>
    <message>
        <source>born</source>
        <translation>태어난 해</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>확정됨</translation>
    </message>
    <message>
        <source>named</source>
        <translation>이름 붙임</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>제안됨</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>미지정</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>무시됨</translation>
    </message>
    <message>
        <source>not a face</source>
        <translation>얼굴 아님</translation>
    </message>
    <message>
        <source>{percent} % alike</source>
        <translation>{percent}% 닮음</translation>
    </message>
</context>
<context>
    <name>FacesRow</name>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>예시 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>You have no right to {file}; have its owner give it to you.</source>
        <translation>접근 권한이 없습니다: {file}. 소유자에게 권한을 요청하세요.</translation>
    </message>
    <message>
        <source>The system refused: {reason}. What was saved before is kept.</source>
        <translation>시스템이 거부했습니다: {reason}. 이미 저장된 것은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>This is a mistake in photoface. What you decided before is kept. Its trace is in {log}</source>
        <translation>photoface의 오류입니다. 지금까지의 결정은 그대로 있습니다. 자세한 내용은 로그에 있습니다: {log}</translation>
    </message>
</context>
<context>
    <name>FirstName</name>
    <message numerus="yes">
        <source>%n photo(s) show the same person. Who is it?</source>
        <translation>
            <numerusform>사진 %n장에 같은 사람이 있습니다. 누구인가요?</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>얼굴 보기</translation>
    </message>
</context>
<context>
    <name>FolderSettings</name>
    <message>
        <source>What is left out, one a line</source>
        <translation>제외할 항목, 한 줄에 하나씩</translation>
    </message>
    <message>
        <source>Leave these out</source>
        <translation>제외하기</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Files and folders of these names are not looked at, one on each line; * and ? stand for any letters. A whole path leaves out just that folder. It counts for this library.</source>
        <translation>이런 이름의 파일과 폴더는 살펴보지 않습니다. 한 줄에 하나씩 쓰고, *와 ?는 아무 글자나 대신합니다. 전체 경로를 쓰면 그 폴더만 제외합니다. 이 라이브러리에만 적용됩니다.</translation>
    </message>
    <message>
        <source>No file that is there now leaves by this.</source>
        <translation>지금 있는 파일 중에 빠지는 것은 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) leave all pages. None of them is touched.</source>
        <translation>
            <numerusform>파일 %Ln개가 모든 페이지에서 빠집니다. 파일 자체는 건드리지 않습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %Ln photo(s) of them somebody has a name.</source>
        <translation>
            <numerusform>그중 사진 %Ln장에는 이름 붙은 사람이 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Names are kept, and come back with the photos; this can be undone.</source>
        <translation>이름은 보관되며 사진과 함께 돌아옵니다. 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Done. The folders are being looked through.</source>
        <translation>적용했습니다. 폴더를 살펴보는 중입니다.</translation>
    </message>
</context>
<context>
    <name>FoldersModel</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone since</source>
        <translation>
            <numerusform>사라진 사진 %n장</numerusform>
        </translation>
    </message>
    <message>
        <source>{gone}, with {people}</source>
        <translation>{gone}, {people} 사진 포함</translation>
    </message>
    <message>
        <source>{drive} is not connected</source>
        <translation>연결되지 않음: {drive}</translation>
    </message>
    <message>
        <source>nothing in it is looked at until you resume it</source>
        <translation>다시 시작할 때까지 살펴보지 않음</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>연결되지 않음</translation>
    </message>
    <message>
        <source>not found: moved or deleted?</source>
        <translation>찾을 수 없음: 이동 또는 삭제?</translation>
    </message>
    <message>
        <source>empty: not connected?</source>
        <translation>비어 있음: 연결되지 않음?</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>권한 없음</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>new photos are seen at once</source>
        <translation>새 사진을 바로 알아차림</translation>
    </message>
    <message>
        <source>on another computer: looked through every 15 minutes</source>
        <translation>다른 컴퓨터에 있음: 15분마다 살펴봄</translation>
    </message>
    <message>
        <source>too many folders to be told of changes: looked through every 15 minutes</source>
        <translation>폴더가 너무 많아 변경 알림을 받을 수 없음: 15분마다 살펴봄</translation>
    </message>
    <message>
        <source>looked through as soon as it answers</source>
        <translation>응답하는 대로 살펴봄</translation>
    </message>
    <message>
        <source>looked through every 15 minutes</source>
        <translation>15분마다 살펴봄</translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>Folders</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Indexed folders</source>
        <translation>색인한 폴더</translation>
    </message>
    <message>
        <source>Files that could not be used</source>
        <translation>사용할 수 없는 파일</translation>
    </message>
    <message>
        <source>No folder is indexed</source>
        <translation>색인된 폴더가 없습니다</translation>
    </message>
    <message>
        <source>Add a folder with photos, or drop it here.</source>
        <translation>사진이 있는 폴더를 추가하거나 여기에 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>제거…</translation>
    </message>
    <message>
        <source>Leave out …</source>
        <translation>제외…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Look for new photos</source>
        <translation>새 사진 찾기</translation>
    </message>
    <message>
        <source>Try these files again</source>
        <translation>이 파일 다시 시도</translation>
    </message>
    <message>
        <source>Remove a folder</source>
        <translation>폴더 제거</translation>
    </message>
    <message>
        <source>Stop indexing {folder}?</source>
        <translation>이 폴더의 색인을 중지할까요?
{folder}</translation>
    </message>
    <message>
        <source>Its photos leave all pages. The files are not touched. Names and corrections in it are kept: they are back when the folder is added again, and this can be undone.</source>
        <translation>이 폴더의 사진이 모든 페이지에서 빠집니다. 파일은 건드리지 않습니다. 이름과 수정 내용은 보관되어 폴더를 다시 추가하면 돌아오며, 되돌릴 수도 있습니다.</translation>
    </message>
    <message>
        <source>Remove this folder</source>
        <translation>이 폴더 제거</translation>
    </message>
    <message>
        <source>Remove the chosen folder …</source>
        <translation>선택한 폴더 제거…</translation>
    </message>
    <message>
        <source>It is here now …</source>
        <translation>지금 여기 있음…</translation>
    </message>
    <message>
        <source>Pause or resume the folder</source>
        <translation>폴더 일시 정지/다시 시작</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>폴더 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be used</source>
        <translation>
            <numerusform>파일 %n개를 사용할 수 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Look at this folder again</source>
        <translation>이 폴더를 다시 살펴봅니다</translation>
    </message>
    <message>
        <source>Do not look at this folder for a while</source>
        <translation>당분간 이 폴더를 살펴보지 않습니다</translation>
    </message>
</context>
<context>
    <name>ForetoldCard</name>
    <message>
        <source>Settle it first, and then do it:</source>
        <translation>먼저 정리한 다음 진행하기:</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Delete all face data</source>
        <translation>얼굴 데이터 모두 삭제</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>The photos themselves are not touched. The library no longer looks at its folders: add one again to begin anew. This cannot be undone.</source>
        <translation>사진은 건드리지 않습니다. 라이브러리는 더 이상 폴더를 살펴보지 않으며, 폴더를 다시 추가하면 새로 시작합니다. 이 작업은 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Type “{word}” to go on</source>
        <translation>계속하려면 ‘{word}’ 입력</translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s) with what they are compared by, and their small pictures</source>
        <translation>
            <numerusform>얼굴 %Ln개와 비교용 정보, 작은 사진</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>그룹 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) with a name</source>
        <translation>
            <numerusform>이름 있는 인물 %Ln명</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) of the history, with all corrections</source>
        <translation>
            <numerusform>모든 수정 내용을 포함한 기록 %Ln건</numerusform>
        </translation>
    </message>
    <message>
        <source>This deletes:</source>
        <translation>삭제되는 항목:</translation>
    </message>
    <message numerus="yes">
        <source>Also delete %Ln snapshot(s), which hold all of it too</source>
        <translation>
            <numerusform>같은 내용이 들어 있는 스냅샷 %Ln개도 삭제</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the photos at hand to be finished …</source>
        <translation>처리 중인 사진이 끝나기를 기다리는 중…</translation>
    </message>
    <message>
        <source>Deleting …</source>
        <translation>삭제하는 중…</translation>
    </message>
</context>
<context>
    <name>GeneralSettings</name>
    <message>
        <source>Show it now</source>
        <translation>지금 적용</translation>
    </message>
    <message>
        <source>Another language counts from the next start on.</source>
        <translation>언어는 다음에 시작할 때부터 바뀝니다.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정 따름</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
</context>
<context>
    <name>GridCard</name>
    <message>
        <source>Already known</source>
        <translation>이미 아는 얼굴</translation>
    </message>
    <message>
        <source>Click anybody you know, or press Space: their name is asked for next.</source>
        <translation>아는 사람을 클릭하거나 Space를 누르세요. 다음에 이름을 묻습니다.</translation>
    </message>
    <message>
        <source>Take out who is somebody else</source>
        <translation>다른 사람이면 빼세요</translation>
    </message>
    <message>
        <source>One group</source>
        <translation>한 그룹</translation>
    </message>
    <message>
        <source>Probably the same person</source>
        <translation>같은 사람일 가능성이 높음</translation>
    </message>
    <message>
        <source>Click a face that is somebody else, or press Space: it is taken out.</source>
        <translation>다른 사람의 얼굴을 누르거나 Space를 누르면 빠집니다.</translation>
    </message>
    <message>
        <source>Faces that are asked about</source>
        <translation>묻는 얼굴</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>undone</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>undone for good</source>
        <translation>완전히 취소됨</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Decisions, the latest first</source>
        <translation>결정, 최신순</translation>
    </message>
    <message>
        <source>Nothing decided yet</source>
        <translation>아직 결정한 것이 없습니다</translation>
    </message>
    <message>
        <source>Names and corrections are listed here, to be undone.</source>
        <translation>이름과 수정 내용이 여기에 표시되며 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Undo the chosen decision</source>
        <translation>선택한 결정 취소</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>실행 취소됨: {what}</translation>
    </message>
</context>
<context>
    <name>HistoryPreview</name>
    <message>
        <source>No face becomes somebody else.</source>
        <translation>인물이 바뀌는 얼굴은 없습니다.</translation>
    </message>
    <message>
        <source>Later decisions stand on it. Undo these first, in this order:</source>
        <translation>이를 바탕으로 한 나중 결정이 있습니다. 다음 순서로 먼저 취소하세요:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other face(s) change too</source>
        <translation>
            <numerusform>다른 얼굴 %n개도 바뀜</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) go back to the group they were in</source>
        <translation>
            <numerusform>얼굴 %n개가 원래 그룹으로 돌아감</numerusform>
        </translation>
    </message>
    <message>
        <source>Comes back: {names}</source>
        <translation>돌아오는 인물: {names}</translation>
    </message>
    <message>
        <source>Goes: {names}</source>
        <translation>없어지는 인물: {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>not there</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>미지정</translation>
    </message>
</context>
<context>
    <name>IndexStatus</name>
    <message>
        <source>Pause indexing</source>
        <translation>색인 일시 정지</translation>
    </message>
    <message>
        <source>Go on indexing</source>
        <translation>색인 계속</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be used</source>
        <translation>
            <numerusform>파일 %n개를 사용할 수 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for photos …</source>
        <translation>사진을 찾는 중…</translation>
    </message>
    <message>
        <source>Putting faces into groups …</source>
        <translation>얼굴을 그룹으로 묶는 중…</translation>
    </message>
    <message>
        <source>{done} of {total} photos, {faces} faces</source>
        <translation>사진 {total}장 중 {done}장, 얼굴 {faces}개</translation>
    </message>
    <message>
        <source>Paused: {progress}</source>
        <translation>일시 정지: {progress}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>사진 %Ln장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation>
            <numerusform>얼굴 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) with a name</source>
        <translation>
            <numerusform>이름 있는 인물 %Ln명</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InfoPanel</name>
    <message>
        <source>About this photo</source>
        <translation>사진 정보</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Mirror or collage</source>
        <translation>거울이나 콜라주</translation>
    </message>
    <message>
        <source>One person may be seen twice in this photo</source>
        <translation>이 사진에는 같은 사람이 두 번 나올 수 있음</translation>
    </message>
    <message>
        <source>Set the date …</source>
        <translation>날짜 지정…</translation>
    </message>
    <message>
        <source>Say when it was taken; the file is left as it is</source>
        <translation>찍은 날짜를 지정합니다. 파일은 그대로 둡니다</translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation>아는 사람 없음</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 픽셀</translation>
    </message>
    <message>
        <source>its drive is not connected</source>
        <translation>드라이브가 연결되지 않음</translation>
    </message>
    <message>
        <source>with a short film</source>
        <translation>짧은 동영상 포함</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with this picture</source>
        <translation>
            <numerusform>이 사진이 있는 파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looks the same as %n other photo(s)</source>
        <translation>
            <numerusform>똑같아 보이는 다른 사진 %n장</numerusform>
        </translation>
    </message>
    <message>
        <source>you said so</source>
        <translation>직접 지정함</translation>
    </message>
    <message>
        <source>by the camera&apos;s clock</source>
        <translation>카메라 시계 기준</translation>
    </message>
    <message>
        <source>by a note beside the file</source>
        <translation>파일 옆의 메모 기준</translation>
    </message>
    <message>
        <source>by a note in the file</source>
        <translation>파일 안의 메모 기준</translation>
    </message>
    <message>
        <source>by the file&apos;s name</source>
        <translation>파일 이름 기준</translation>
    </message>
    <message>
        <source>by Google Photos</source>
        <translation>Google 포토 기준</translation>
    </message>
    <message>
        <source>when the file was last changed</source>
        <translation>파일이 마지막으로 바뀐 때</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>찍은 날짜</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>People</source>
        <translation>인물</translation>
    </message>
</context>
<context>
    <name>Interchange</name>
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>Take over who is in the photos from Picasa, digiKam, Lightroom, Google Photos and others</source>
        <translation>Picasa, digiKam, Lightroom, Google 포토 등에서 사진 속 인물을 가져옵니다</translation>
    </message>
    <message>
        <source>Write names beside or into the photos, for other programs; nothing is written before you say so</source>
        <translation>다른 프로그램에서 쓸 수 있게 사진 옆이나 사진 안에 이름을 씁니다. 확인하기 전에는 아무것도 쓰지 않습니다</translation>
    </message>
    <message>
        <source>Names of files that stand against what you decided</source>
        <translation>직접 내린 결정과 어긋나는 파일의 이름</translation>
    </message>
    <message>
        <source>Import names from photos …</source>
        <translation>사진에서 이름 가져오기…</translation>
    </message>
    <message>
        <source>Write names to photos …</source>
        <translation>사진에 이름 쓰기…</translation>
    </message>
    <message>
        <source>Names to settle</source>
        <translation>정리할 이름</translation>
    </message>
</context>
<context>
    <name>LargePhoto</name>
    <message>
        <source>The whole photo</source>
        <translation>전체 사진</translation>
    </message>
</context>
<context>
    <name>Libraries</name>
    <message>
        <source>An empty folder for the new library</source>
        <translation>새 라이브러리로 쓸 빈 폴더</translation>
    </message>
    <message>
        <source>The folder of a library (library.db is in it)</source>
        <translation>라이브러리 폴더(library.db가 있는 폴더)</translation>
    </message>
    <message>
        <source>Usual library</source>
        <translation>기본 라이브러리</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Recent libraries</source>
        <translation>최근 라이브러리</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>인물(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>도구(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>방향 바꾸기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Into whom? Type a name</source>
        <translation>누구와 합칠까요? 이름 입력</translation>
    </message>
    <message>
        <source>Nobody is called {name}.</source>
        <translation>그런 이름의 인물이 없습니다: {name}.</translation>
    </message>
    <message>
        <source>This is one person already.</source>
        <translation>이미 한 인물입니다.</translation>
    </message>
    <message numerus="yes">
        <source>both are in %n photo(s)</source>
        <translation>
            <numerusform>사진 %n장에 둘이 함께 있습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Careful: {count}. Faces of one photo are usually two people.</source>
        <translation>주의: {count}. 한 사진에 있는 두 얼굴은 보통 서로 다른 사람입니다.</translation>
    </message>
    <message>
        <source>{source} goes into {target}; the name {target} stays.</source>
        <translation>{source} 얼굴을 {target} 쪽으로 합칩니다. {target} 이름이 남습니다.</translation>
    </message>
    <message>
        <source>The group without a name becomes {target}.</source>
        <translation>이름 없는 그룹에 이름이 붙습니다: {target}.</translation>
    </message>
    <message>
        <source>The two groups become one; nobody gets a name yet.</source>
        <translation>두 그룹이 하나가 됩니다. 이름은 아직 붙지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n face(s) of {source} into {target}</source>
        <translation>
            <numerusform>얼굴 %n개 합치기: {source} → {target}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>a group without a name</source>
        <translation>이름 없는 그룹</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models that recognise faces</source>
        <translation>얼굴을 알아보는 모델</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>설치</translation>
    </message>
    <message>
        <source>Choose a folder with the files …</source>
        <translation>파일이 있는 폴더 선택…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>photoface needs models to find and tell apart faces</source>
        <translation>얼굴을 찾고 구별하려면 모델이 필요합니다</translation>
    </message>
    <message>
        <source>They are fetched once and then work without a network. No photo ever leaves the computer.</source>
        <translation>한 번만 받으면 그 뒤로는 네트워크 없이 작동합니다. 사진은 절대 컴퓨터 밖으로 나가지 않습니다.</translation>
    </message>
    <message>
        <source>Which models</source>
        <translation>모델 선택</translation>
    </message>
    <message>
        <source>What is fetched</source>
        <translation>받을 항목</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>진행 상황</translation>
    </message>
    <message>
        <source>In all {size}, from {sources}.</source>
        <translation>모두 {size}, 받는 곳: {sources}.</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>A folder with the model files</source>
        <translation>모델 파일이 있는 폴더</translation>
    </message>
    <message>
        <source>Asking the sources …</source>
        <translation>받을 수 있는 곳을 확인하는 중…</translation>
    </message>
    <message>
        <source>Fetching {file}: {done} of {total}</source>
        <translation>{file} 받는 중: {total} 중 {done}</translation>
    </message>
    <message>
        <source>Preparing {model} …</source>
        <translation>{model} 준비 중…</translation>
    </message>
    <message>
        <source>{model} is ready</source>
        <translation>{model} 준비 완료</translation>
    </message>
</context>
<context>
    <name>MoveCards</name>
    <message numerus="yes">
        <source>%n decision(s) contradict others</source>
        <translation>
            <numerusform>서로 어긋나는 결정 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Would become one, the largest first</source>
        <translation>하나로 합쳐질 그룹, 큰 순</translation>
    </message>
    <message>
        <source>Would part, the largest first</source>
        <translation>나뉠 그룹, 큰 순</translation>
    </message>
    <message>
        <source>Two faces of one photo were said to be one person</source>
        <translation>한 사진의 두 얼굴을 같은 사람이라고 했습니다</translation>
    </message>
    <message>
        <source>Faces were said to be two people, and one person</source>
        <translation>얼굴들을 서로 다른 두 사람이라고도, 한 사람이라고도 했습니다</translation>
    </message>
    <message>
        <source>A face was said not to be a person, and to be with that person</source>
        <translation>어떤 인물이 아니라고 한 얼굴을 그 인물과 같다고도 했습니다</translation>
    </message>
    <message>
        <source>Faces were said to be different people, and one person</source>
        <translation>얼굴들을 다른 사람이라고도, 같은 사람이라고도 했습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) become one</source>
        <translation>
            <numerusform>그룹 %n개가 하나가 됨</numerusform>
        </translation>
    </message>
    <message>
        <source>A group without a name</source>
        <translation>이름 없는 그룹</translation>
    </message>
    <message numerus="yes">
        <source>{name} falls into %n part(s)</source>
        <translation>
            <numerusform>{name}: %n개로 나뉨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovedFolder</name>
    <message>
        <source>It is here now …</source>
        <translation>지금 여기 있음…</translation>
    </message>
    <message>
        <source>The folder was moved or renamed: say where it is. Names go along.</source>
        <translation>폴더를 옮겼거나 이름을 바꿨다면 지금 위치를 알려 주세요. 이름도 함께 옮겨집니다.</translation>
    </message>
    <message>
        <source>Where is {folder} now?</source>
        <translation>{folder} 폴더는 지금 어디에 있나요?</translation>
    </message>
    <message>
        <source>Not all of it is there</source>
        <translation>모두 있지는 않습니다</translation>
    </message>
    <message>
        <source>{count} of {total} files of {folder} are there.</source>
        <translation>{folder} 폴더의 파일 {total}개 중 {count}개가 있습니다.</translation>
    </message>
    <message>
        <source>The others would count as gone, until they are there again. Names are kept.</source>
        <translation>나머지는 다시 나타날 때까지 없는 것으로 봅니다. 이름은 유지됩니다.</translation>
    </message>
    <message>
        <source>It is the folder all the same</source>
        <translation>그래도 이 폴더가 맞음</translation>
    </message>
    <message>
        <source>So this is not the folder. Nothing was changed.</source>
        <translation>따라서 이 폴더가 아닙니다. 아무것도 바뀌지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Type a name</source>
        <translation>이름 입력</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesInDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Asking the files …</source>
        <translation>파일을 확인하는 중…</translation>
    </message>
    <message>
        <source>{done} of {total} photos asked</source>
        <translation>사진 {total}장 중 {done}장 확인</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Import names from photos</source>
        <translation>사진에서 이름 가져오기</translation>
    </message>
    <message>
        <source>Picasa&apos;s contacts.xml</source>
        <translation>Picasa의 contacts.xml</translation>
    </message>
    <message>
        <source>People&apos;s folders</source>
        <translation>인물별 폴더</translation>
    </message>
    <message>
        <source>Look into the photos</source>
        <translation>사진 살펴보기</translation>
    </message>
    <message>
        <source>Picasa, digiKam, Lightroom, Google Photos and others write into photos, or beside them, who is in them. photoface can take these names over. First it only looks: nothing is changed, and you see what would change. What you decided stays in any case.</source>
        <translation>Picasa, digiKam, Lightroom, Google 포토 등은 사진 안이나 옆에 누가 있는지 써 둡니다. photoface에서 이 이름을 가져올 수 있습니다. 먼저 살펴보기만 하므로 아무것도 바뀌지 않으며, 무엇이 바뀔지 미리 볼 수 있습니다. 직접 내린 결정은 언제나 그대로입니다.</translation>
    </message>
    <message>
        <source>If names of Picasa are missing: choose its contacts.xml</source>
        <translation>Picasa 이름이 빠져 있으면 contacts.xml 파일을 선택하세요</translation>
    </message>
    <message>
        <source>If folders are called after people: choose the folder they are in</source>
        <translation>폴더 이름이 사람 이름이면 그 폴더들이 있는 폴더를 선택하세요</translation>
    </message>
    <message>
        <source>The folder with people&apos;s folders</source>
        <translation>인물별 폴더가 있는 폴더</translation>
    </message>
    <message>
        <source>Load decisions</source>
        <translation>결정 불러오기</translation>
    </message>
    <message>
        <source>Looking what {file} tells …</source>
        <translation>파일 내용을 살펴보는 중: {file}…</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Choose {what}</source>
        <translation>선택: {what}</translation>
    </message>
</context>
<context>
    <name>NamesOutDialog</name>
    <message>
        <source>Write names to photos</source>
        <translation>사진에 이름 쓰기</translation>
    </message>
    <message>
        <source>Also as keywords, for programs that know no faces</source>
        <translation>얼굴을 모르는 프로그램을 위해 키워드로도 쓰기</translation>
    </message>
    <message>
        <source>Also what only photoface understands, so that all can be rebuilt from the photos</source>
        <translation>사진만으로 모두 복구할 수 있도록 photoface 전용 정보도 쓰기</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Looking what would change …</source>
        <translation>무엇이 바뀔지 살펴보는 중…</translation>
    </message>
    <message>
        <source>Writing names …</source>
        <translation>이름을 쓰는 중…</translation>
    </message>
    <message>
        <source>Putting back what stood there before …</source>
        <translation>이전 내용으로 되돌리는 중…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>{done} of {total} files</source>
        <translation>파일 {total}개 중 {done}개</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Nothing was written yet. This is what would be written; what others wrote there stays.</source>
        <translation>아직 아무것도 쓰지 않았습니다. 다음 내용을 쓸 예정이며, 다른 프로그램이 쓴 내용은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Nothing is to be written: the files say all of it already, or nobody is named yet.</source>
        <translation>쓸 것이 없습니다. 파일에 이미 모두 있거나 아직 이름 붙은 인물이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Write into %n file(s)</source>
        <translation>
            <numerusform>파일 %n개에 쓰기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are as they were before.</source>
        <translation>
            <numerusform>파일 %n개를 이전 상태로 되돌렸습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>파일 %n개에 썼습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were left as they are.</source>
        <translation>
            <numerusform>파일 %n개는 그대로 두었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was stopped; what was written is whole.</source>
        <translation>중지했습니다. 이미 쓴 파일은 온전합니다.</translation>
    </message>
    <message>
        <source>The names that you decided, with their places in the photo, so that other programs and another computer know them. You see first what would be written, and every run can be undone.</source>
        <translation>직접 결정한 이름을 사진 속 위치와 함께 씁니다. 다른 프로그램이나 다른 컴퓨터에서도 알 수 있습니다. 무엇을 쓸지 먼저 보여 주며, 쓴 작업은 모두 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Into the photos themselves</source>
        <translation>사진 파일 안에</translation>
    </message>
    <message>
        <source>Into the photos themselves (needs exiftool)</source>
        <translation>사진 파일 안에(exiftool 필요)</translation>
    </message>
    <message>
        <source>A small file beside each photo, as digiKam, darktable and Lightroom do it. The photos stay untouched.</source>
        <translation>digiKam, darktable, Lightroom처럼 사진마다 옆에 작은 파일을 둡니다. 사진은 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>Each photo is written anew with its names; its picture stays the same, bit for bit. Keep a copy elsewhere.</source>
        <translation>사진 파일을 이름과 함께 새로 씁니다. 화상은 한 비트도 바뀌지 않습니다. 다른 곳에 사본을 보관하세요.</translation>
    </message>
    <message>
        <source>Undo this run</source>
        <translation>이 작업 취소</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Show what would change</source>
        <translation>바뀔 내용 보기</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Into files beside the photos (recommended)</source>
        <translation>사진 옆의 파일에(권장)</translation>
    </message>
    <message>
        <source>Where names are written</source>
        <translation>이름을 쓸 곳</translation>
    </message>
</context>
<context>
    <name>OpenWith</name>
    <message>
        <source>Open with</source>
        <translation>다음으로 열기</translation>
    </message>
    <message>
        <source>Programs ({pattern})</source>
        <translation>프로그램({pattern})</translation>
    </message>
    <message>
        <source>A program to open photos with</source>
        <translation>사진을 열 프로그램</translation>
    </message>
    <message>
        <source>{program} could not be started. The photo was not touched; choose another program.</source>
        <translation>프로그램을 시작할 수 없습니다: {program}. 사진은 건드리지 않았습니다. 다른 프로그램을 선택하세요.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>The snapshot is being put back.</source>
        <translation>스냅샷을 복원하는 중입니다.</translation>
    </message>
    <message>
        <source>The library is being opened.</source>
        <translation>라이브러리를 여는 중입니다.</translation>
    </message>
</context>
<context>
    <name>PackChoice</name>
    <message>
        <source>The best: fewest errors, twice the time for each face</source>
        <translation>최고: 오류가 가장 적음, 얼굴마다 시간은 두 배</translation>
    </message>
    <message>
        <source>Standard: few errors</source>
        <translation>표준: 오류가 적음</translation>
    </message>
    <message>
        <source>Fast: as standard, in little more than half the time</source>
        <translation>빠름: 표준과 같고 시간은 절반 남짓</translation>
    </message>
    <message>
        <source>Basic: more errors, but reachable wherever Python packages are</source>
        <translation>기본: 오류가 더 많지만 Python 패키지를 받을 수 있는 곳이면 어디서나 설치 가능</translation>
    </message>
</context>
<context>
    <name>PeopleChips</name>
    <message>
        <source>The selected faces are {name}</source>
        <translation>선택한 얼굴을 {name} 얼굴로 지정</translation>
    </message>
</context>
<context>
    <name>PeopleCommands</name>
    <message>
        <source>People</source>
        <translation>인물</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Name …</source>
        <translation>이름 붙이기…</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>Merge the two …</source>
        <translation>둘을 합치기…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>무시</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>선택 해제</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>이름으로 거르기</translation>
    </message>
    <message>
        <source>Hide strangers …</source>
        <translation>모르는 사람 숨기기…</translation>
    </message>
    <message>
        <source>Show hidden people</source>
        <translation>숨긴 인물 보기</translation>
    </message>
    <message>
        <source>Ignored faces …</source>
        <translation>무시한 얼굴…</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>즐겨찾기 해제</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>다시 표시</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>People</source>
        <translation>인물</translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation>누구인가요?</translation>
    </message>
    <message>
        <source>groups without a name, the largest first</source>
        <translation>이름 없는 그룹, 큰 순</translation>
    </message>
    <message>
        <source>Seen once</source>
        <translation>한 번만 나온 얼굴</translation>
    </message>
    <message>
        <source>a single photo each</source>
        <translation>사진이 한 장뿐인 얼굴</translation>
    </message>
    <message>
        <source>Hidden people</source>
        <translation>숨긴 인물</translation>
    </message>
    <message>
        <source>not shown elsewhere; their names and faces are kept</source>
        <translation>다른 곳에는 표시되지 않습니다. 이름과 얼굴은 보관됩니다</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>즐겨찾기</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>group without a name, %n face(s)</source>
        <translation>
            <numerusform>이름 없는 그룹, 얼굴 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) waiting</source>
        <translation>
            <numerusform>기다리는 제안 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>숨김</translation>
    </message>
</context>
<context>
    <name>PeopleOffers</name>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide %n group(s) with {faces}</source>
        <translation>
            <numerusform>그룹 %n개 숨기기({faces})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n people again</source>
        <translation>
            <numerusform>인물 %n명 다시 표시</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide %n people</source>
        <translation>
            <numerusform>인물 %n명 숨기기</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge the two …</source>
        <translation>둘을 합치기…</translation>
    </message>
    <message numerus="yes">
        <source>Who are these %n face(s)?</source>
        <translation>
            <numerusform>이 얼굴 %n개는 누구인가요?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>인물</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>이름으로 거르기</translation>
    </message>
    <message>
        <source>Most photos</source>
        <translation>사진 많은 순</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>이름순</translation>
    </message>
    <message>
        <source>Lately named</source>
        <translation>최근 이름 붙인 순</translation>
    </message>
    <message>
        <source>Order of the people</source>
        <translation>인물 정렬 순서</translation>
    </message>
    <message>
        <source>More that can be done</source>
        <translation>더 보기</translation>
    </message>
    <message numerus="yes">
        <source>%n with a name</source>
        <translation>
            <numerusform>이름 있는 인물 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is called that</source>
        <translation>그런 이름의 인물이 없습니다</translation>
    </message>
    <message>
        <source>Clear the filter to see everybody again.</source>
        <translation>필터를 지우면 모두 다시 보입니다.</translation>
    </message>
    <message>
        <source>Everybody is hidden</source>
        <translation>모두 숨겨져 있습니다</translation>
    </message>
    <message>
        <source>Show hidden people, from the menu above.</source>
        <translation>위 메뉴에서 ‘숨긴 인물 보기’를 선택하세요.</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>아직 아무도 없습니다</translation>
    </message>
    <message>
        <source>People appear here while photos are read.</source>
        <translation>사진을 읽는 동안 인물이 여기에 나타납니다.</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message numerus="yes">
        <source>%n face(s) too small or blurred to be told</source>
        <translation>
            <numerusform>너무 작거나 흐려 구별할 수 없는 얼굴 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n face(s) drawn by lot {right} were right</source>
        <translation>
            <numerusform>무작위로 뽑은 얼굴 %n개 중 {right}개가 맞음</numerusform>
        </translation>
    </message>
    <message>
        <source>of 100 such faces between {low} and {high} are</source>
        <translation>이런 얼굴 100개 중 {low}~{high}개가 맞음</translation>
    </message>
    <message numerus="yes">
        <source>Of %n guess(es) that you looked at {right} were right</source>
        <translation>
            <numerusform>확인한 제안 %n개 중 {right}개가 맞음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>most often taken for {name}: %n face(s)</source>
        <translation>
            <numerusform>가장 자주 혼동하는 인물: {name}, 얼굴 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>most like {name}</source>
        <translation>가장 닮은 인물: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n not sure</source>
        <translation>
            <numerusform>모르겠음 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonCommands</name>
    <message>
        <source>Show on the People page again</source>
        <translation>인물 페이지에 다시 표시</translation>
    </message>
    <message>
        <source>Hide this person</source>
        <translation>이 인물 숨기기</translation>
    </message>
    <message>
        <source>Faces of a person</source>
        <translation>인물의 얼굴</translation>
    </message>
    <message>
        <source>Open the photo</source>
        <translation>사진 열기</translation>
    </message>
    <message>
        <source>Why this person?</source>
        <translation>왜 이 인물인가요?</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>확정</translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation>이 인물 아님</translation>
    </message>
    <message>
        <source>Somebody else …</source>
        <translation>다른 사람…</translation>
    </message>
    <message>
        <source>Use as cover</source>
        <translation>대표 얼굴로 사용</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>떼어 내기</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>무시</translation>
    </message>
    <message>
        <source>Not a face</source>
        <translation>얼굴 아님</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>선택 해제</translation>
    </message>
    <message>
        <source>Select the others</source>
        <translation>선택 반전</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>인물</translation>
    </message>
    <message>
        <source>Confirm all guesses</source>
        <translation>제안 모두 확정</translation>
    </message>
    <message>
        <source>Faces or photos</source>
        <translation>얼굴/사진 전환</translation>
    </message>
    <message>
        <source>Name …</source>
        <translation>이름 붙이기…</translation>
    </message>
    <message>
        <source>About this person …</source>
        <translation>이 인물 정보 …</translation>
    </message>
    <message>
        <source>Sweep the guesses</source>
        <translation>제안 모아 검토</translation>
    </message>
    <message>
        <source>Find more</source>
        <translation>더 찾기</translation>
    </message>
    <message>
        <source>Check at random …</source>
        <translation>무작위 점검…</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>의심스러운 얼굴</translation>
    </message>
    <message>
        <source>Merge into …</source>
        <translation>다른 인물에 합치기…</translation>
    </message>
    <message>
        <source>Split automatically …</source>
        <translation>자동으로 나누기…</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>슬라이드 쇼</translation>
    </message>
    <message>
        <source>Export album …</source>
        <translation>앨범 내보내기…</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>About this person</source>
        <translation>이 인물 정보</translation>
    </message>
    <message>
        <source>Born on</source>
        <translation>생년월일</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>생년월일</translation>
    </message>
    <message>
        <source>Years then show how old the person was.</source>
        <translation>연도 옆에 그때 나이가 표시됩니다.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Nickname: the person is found by it too</source>
        <translation>별명: 이 이름으로도 찾을 수 있습니다</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>별명</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
</context>
<context>
    <name>PersonHeader</name>
    <message>
        <source>A favourite: before all others on the People page</source>
        <translation>즐겨찾기: 인물 페이지에서 맨 앞에 표시됩니다</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message numerus="yes">
        <source>Check %n at random …</source>
        <translation>
            <numerusform>%n개 무작위 점검…</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at some faces, drawn by lot: how many guesses are right?</source>
        <translation>얼굴 몇 개를 무작위로 뽑아 제안이 얼마나 맞는지 확인합니다</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed</source>
        <translation>
            <numerusform>확정 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n named</source>
        <translation>
            <numerusform>이름 붙임 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggested</source>
        <translation>
            <numerusform>제안 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n said to be somebody else</source>
        <translation>
            <numerusform>다른 사람이라고 한 얼굴 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>따로 둔 얼굴</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) that were ignored, or marked as none. Select some to bring them back.</source>
        <translation>
            <numerusform>무시했거나 얼굴이 아니라고 한 얼굴 %n개입니다. 선택하면 되돌릴 수 있습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) that belong together. Who is this?</source>
        <translation>
            <numerusform>같은 사람으로 보이는 얼굴 %n개입니다. 누구인가요?</numerusform>
        </translation>
    </message>
    <message>
        <source>also called {nickname}</source>
        <translation>별명: {nickname}</translation>
    </message>
    <message>
        <source>hidden from the People page</source>
        <translation>인물 페이지에서 숨김</translation>
    </message>
    <message>
        <source>born {date}</source>
        <translation>{date} 출생</translation>
    </message>
</context>
<context>
    <name>PersonOffers</name>
    <message>
        <source>Not a face</source>
        <translation>얼굴 아님</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>무시</translation>
    </message>
    <message numerus="yes">
        <source>Split off %n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개 떼어 내기</numerusform>
        </translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>{name} 아님</translation>
    </message>
    <message numerus="yes">
        <source>Confirm these %n face(s) as {name}</source>
        <translation>
            <numerusform>이 얼굴 %n개를 {name} 얼굴로 확정</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring back %n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개 되돌리기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) may be {name} after all</source>
        <translation>
            <numerusform>얼굴 %n개는 {name}일 수도 있음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignore these %n face(s)</source>
        <translation>
            <numerusform>이 얼굴 %n개 무시</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark these %n face(s) as not a face</source>
        <translation>
            <numerusform>이 %n개를 얼굴 아님으로 표시</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %n face(s) are somebody else …</source>
        <translation>
            <numerusform>이 얼굴 %n개는 다른 사람…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %n face(s) are not {name}</source>
        <translation>
            <numerusform>이 얼굴 %n개는 {name} 아님</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Faces</source>
        <translation>얼굴</translation>
    </message>
    <message>
        <source>Find more, or give faces to this person elsewhere. The name is kept.</source>
        <translation>‘더 찾기’를 누르거나 다른 곳에서 이 인물에 얼굴을 지정하세요. 이름은 보관됩니다.</translation>
    </message>
    <message>
        <source>No face is this person now</source>
        <translation>지금 이 인물의 얼굴이 없습니다</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>아무것도 없습니다</translation>
    </message>
    <message>
        <source>No face was ignored or marked as none.</source>
        <translation>무시하거나 얼굴이 아니라고 한 얼굴이 없습니다.</translation>
    </message>
    <message>
        <source>Somebody else …</source>
        <translation>다른 사람…</translation>
    </message>
</context>
<context>
    <name>PersonPhotos</name>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
</context>
<context>
    <name>PersonTools</name>
    <message>
        <source>Poor pictures</source>
        <translation>화질 나쁜 얼굴</translation>
    </message>
    <message>
        <source>{shown} of {count} shown</source>
        <translation>{count}개 중 {shown}개 표시</translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>{name} 아님</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) of which you said so</source>
        <translation>
            <numerusform>그렇게 답한 얼굴 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm all %n guess(es) as {name}</source>
        <translation>
            <numerusform>제안 %n개 모두 {name} 얼굴로 확정</numerusform>
        </translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>얼굴</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Only faces that are too small or too blurred to judge</source>
        <translation>너무 작거나 흐려 판단하기 어려운 얼굴만 표시합니다</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>날짜순</translation>
    </message>
    <message>
        <source>By similarity</source>
        <translation>닮은 순</translation>
    </message>
    <message>
        <source>By quality</source>
        <translation>화질순</translation>
    </message>
    <message>
        <source>Order of the faces</source>
        <translation>얼굴 정렬 순서</translation>
    </message>
    <message>
        <source>All faces below “Is this …?”, and no other ones (Ctrl+Return)</source>
        <translation>‘이 사람이 …인가요?’ 아래의 얼굴만 모두(Ctrl+Return)</translation>
    </message>
    <message>
        <source>More that can be done</source>
        <translation>더 보기</translation>
    </message>
</context>
<context>
    <name>PhotoCommands</name>
    <message numerus="yes">
        <source>Ignore %n face(s) of strangers</source>
        <translation>
            <numerusform>모르는 사람의 얼굴 %n개 무시</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirm as {name}</source>
        <translation>{name} 얼굴로 확정</translation>
    </message>
    <message>
        <source>This is not {name}</source>
        <translation>{name} 인물 아님</translation>
    </message>
    <message>
        <source>All photos of {name}</source>
        <translation>{name} 사진 모두 보기</translation>
    </message>
    <message>
        <source>Ignore this face</source>
        <translation>이 얼굴 무시</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Of photos that look the same, which are shown as one</source>
        <translation>똑같아 보여서 하나로 표시되는 사진들</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>이전 사진</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>다음 사진</translation>
    </message>
    <message>
        <source>First photo</source>
        <translation>첫 사진</translation>
    </message>
    <message>
        <source>Last photo</source>
        <translation>마지막 사진</translation>
    </message>
    <message>
        <source>The next copy of it</source>
        <translation>다음 사본</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>슬라이드 쇼</translation>
    </message>
    <message>
        <source>Slideshow, shuffled</source>
        <translation>슬라이드 쇼, 순서 섞기</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>이전 위치로</translation>
    </message>
    <message>
        <source>Boxes around faces</source>
        <translation>얼굴 상자</translation>
    </message>
    <message>
        <source>Names of faces</source>
        <translation>얼굴 이름</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Pixel for pixel</source>
        <translation>실제 크기</translation>
    </message>
    <message>
        <source>About this photo</source>
        <translation>사진 정보</translation>
    </message>
    <message>
        <source>Draw a box around a face that was not found</source>
        <translation>찾지 못한 얼굴에 상자 그리기</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>상자 그리기</translation>
    </message>
    <message>
        <source>Choose the next face</source>
        <translation>다음 얼굴 선택</translation>
    </message>
    <message>
        <source>Choose the face before</source>
        <translation>이전 얼굴 선택</translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation>누구인가요?</translation>
    </message>
    <message>
        <source>Why this person?</source>
        <translation>왜 이 인물인가요?</translation>
    </message>
    <message>
        <source>Remove the box: not a face</source>
        <translation>상자 지우기: 얼굴 아님</translation>
    </message>
    <message>
        <source>Ignore the faces of strangers</source>
        <translation>모르는 사람의 얼굴 무시</translation>
    </message>
    <message>
        <source>Mirror or collage</source>
        <translation>거울이나 콜라주</translation>
    </message>
    <message>
        <source>One person may be twice in this photo</source>
        <translation>이 사진에는 같은 사람이 두 번 나올 수 있음</translation>
    </message>
    <message>
        <source>Set the date …</source>
        <translation>날짜 지정…</translation>
    </message>
    <message>
        <source>Photos that look the same …</source>
        <translation>똑같아 보이는 사진…</translation>
    </message>
    <message>
        <source>Copy the photo</source>
        <translation>사진 복사</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>경로 복사</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>파일 관리자에서 보기</translation>
    </message>
    <message>
        <source>Open with the usual program</source>
        <translation>기본 프로그램으로 열기</translation>
    </message>
    <message>
        <source>Another program …</source>
        <translation>다른 프로그램…</translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>The slideshow has stopped</source>
        <translation>슬라이드 쇼를 멈췄습니다</translation>
    </message>
    <message>
        <source>A photo every {seconds} seconds, shuffled; Esc stops</source>
        <translation>{seconds}초마다 사진 한 장, 순서 섞음; Esc로 멈춤</translation>
    </message>
    <message>
        <source>A photo every {seconds} seconds; Esc stops</source>
        <translation>{seconds}초마다 다음 사진. Esc를 누르면 멈춥니다</translation>
    </message>
    <message>
        <source>No program of this computer opens this file.</source>
        <translation>이 파일을 열 수 있는 프로그램이 없습니다.</translation>
    </message>
    <message>
        <source>No file manager of this computer answers.</source>
        <translation>파일 관리자가 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>The photo is in the clipboard</source>
        <translation>사진을 복사했습니다</translation>
    </message>
    <message>
        <source>The path is in the clipboard</source>
        <translation>경로를 복사했습니다</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Drawn by hand; being looked at …</source>
        <translation>직접 그림, 살펴보는 중…</translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation>직접 그림</translation>
    </message>
    <message>
        <source>Drawn by hand; no face is found there to compare</source>
        <translation>직접 그림, 비교할 얼굴을 찾지 못함</translation>
    </message>
    <message>
        <source>{row} of {count}</source>
        <translation>{count}장 중 {row}번째</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>날짜 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n guess(es) to look at</source>
        <translation>
            <numerusform>확인할 제안 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag a box around a face; drag its edges to correct it. Esc ends.</source>
        <translation>얼굴 둘레를 끌어 상자를 그리고, 가장자리를 끌어 고치세요. Esc를 누르면 끝납니다.</translation>
    </message>
</context>
<context>
    <name>PhotosModel</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
    <message>
        <source>Being looked at</source>
        <translation>살펴보는 중</translation>
    </message>
    <message numerus="yes">
        <source>%n more that look the same</source>
        <translation>
            <numerusform>똑같아 보이는 사진 %n장 더</numerusform>
        </translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>살펴보는 중</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy년 MMMM</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>nobody known</source>
        <translation>아는 사람 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Photos by month</source>
        <translation>월별 사진</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>아직 사진이 없습니다</translation>
    </message>
    <message>
        <source>Add a folder, and its photos appear here.</source>
        <translation>폴더를 추가하면 사진이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>All photos that look the same as this one, and whether they are</source>
        <translation>이 사진과 똑같아 보이는 모든 사진을 보고, 같은 사진인지 정합니다</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>슬라이드 쇼</translation>
    </message>
    <message>
        <source>Set the date …</source>
        <translation>날짜 지정…</translation>
    </message>
    <message>
        <source>Show its copies …</source>
        <translation>똑같은 사진 보기…</translation>
    </message>
    <message>
        <source>Photos that look the same: each by itself, or one for all of them</source>
        <translation>똑같아 보이는 사진: 각각 따로 표시하거나 하나로 표시</translation>
    </message>
    <message>
        <source>Copies apart</source>
        <translation>사본 따로 보기</translation>
    </message>
    <message numerus="yes">
        <source>%n more look the same as one of them</source>
        <translation>
            <numerusform>그중 하나와 똑같아 보이는 사진 %n장 더</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
    <message>
        <source>This photo is still being looked at. It opens in a moment.</source>
        <translation>이 사진은 아직 살펴보는 중입니다. 잠시 뒤에 열립니다.</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Who gets faces</source>
        <translation>얼굴이 지정될 인물</translation>
    </message>
    <message>
        <source>Files that could not be read whole</source>
        <translation>다 읽지 못한 파일</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read whole</source>
        <translation>
            <numerusform>다 읽지 못한 파일 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>These files tell nothing that the library does not know. Nothing is to be done.</source>
        <translation>파일에 라이브러리가 모르는 내용이 없습니다. 할 일이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed yet. This is what would change; one undo takes all of it back.</source>
        <translation>아직 아무것도 바뀌지 않았습니다. 다음과 같이 바뀔 예정이며, 실행 취소 한 번으로 모두 되돌릴 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) named</source>
        <translation>
            <numerusform>이름 있는 인물 %n명</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them new in this library</source>
        <translation>
            <numerusform>그중 이 라이브러리에 새로운 인물 %n명</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) for faces that were found already</source>
        <translation>
            <numerusform>이미 찾은 얼굴에 붙일 이름 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) drawn new, where no face was found</source>
        <translation>
            <numerusform>얼굴을 찾지 못한 곳에 새로 그릴 상자 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): you are asked afterwards</source>
        <translation>
            <numerusform>어긋나는 이름 %n개: 나중에 묻습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) that the library has already</source>
        <translation>
            <numerusform>라이브러리에 이미 있는 이름 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) you decided otherwise, and that stays</source>
        <translation>
            <numerusform>직접 다르게 결정해 그대로 두는 것 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more photo(s) to ask about when you have answered some</source>
        <translation>
            <numerusform>몇 가지에 답하고 나면 물어볼 사진 %n장 더</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) without a face that it could be</source>
        <translation>
            <numerusform>맞는 얼굴이 없는 이름 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) of photos</source>
        <translation>
            <numerusform>사진 날짜 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) that this library does not have</source>
        <translation>
            <numerusform>이 라이브러리에 없는 사진 %n장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n name(s)</source>
        <translation>
            <numerusform>이름 %n개 가져오기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n question(s) to be answered</source>
        <translation>
            <numerusform>질문 %n개를 남겨 나중에 답하기</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>가져오기</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>That library is open in another window, which is in front now.</source>
        <translation>그 라이브러리는 다른 창에 열려 있어 그 창을 앞으로 가져왔습니다.</translation>
    </message>
</context>
<context>
    <name>QueryField</name>
    <message>
        <source>Anna AND Ben NOT Chris</source>
        <translation>Anna AND Ben NOT Chris</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>검색식</translation>
    </message>
</context>
<context>
    <name>QueryHelp</name>
    <message>
        <source>Examples of queries</source>
        <translation>검색식 예시</translation>
    </message>
    <message>
        <source>Click an example to try it</source>
        <translation>예시를 누르면 바로 써 볼 수 있습니다</translation>
    </message>
    <message>
        <source>both are in the photo</source>
        <translation>둘 다 있는 사진</translation>
    </message>
    <message>
        <source>at least one of them</source>
        <translation>둘 중 한 사람이라도 있는 사진</translation>
    </message>
    <message>
        <source>the first one without the second</source>
        <translation>첫째는 있고 둘째는 없는 사진</translation>
    </message>
    <message>
        <source>both, and nobody else</source>
        <translation>둘만 있고 다른 사람은 없는 사진</translation>
    </message>
    <message>
        <source>brackets as in arithmetic</source>
        <translation>괄호는 수식에서처럼</translation>
    </message>
    <message>
        <source>three faces or more, known or not</source>
        <translation>아는 사람이든 아니든 얼굴 세 개 이상</translation>
    </message>
    <message>
        <source>between June 2015 and the end of 2016</source>
        <translation>2015년 6월부터 2016년 말까지</translation>
    </message>
    <message>
        <source>taken in that year</source>
        <translation>그해에 찍은 사진</translation>
    </message>
    <message>
        <source>in a folder whose name holds this word</source>
        <translation>이름에 이 말이 든 폴더의 사진</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>The photo {file}</source>
        <translation>사진 {file}</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>이 얼굴</translation>
    </message>
    <message>
        <source>The face gets the name of the file (Y)</source>
        <translation>얼굴에 파일의 이름을 붙입니다(Y)</translation>
    </message>
    <message>
        <source>Nothing changes, and this is not asked again (N)</source>
        <translation>아무것도 바뀌지 않으며 다시 묻지 않습니다(N)</translation>
    </message>
    <message>
        <source>The next question (Space)</source>
        <translation>다음 질문(Space)</translation>
    </message>
</context>
<context>
    <name>RecognitionSettings</name>
    <message>
        <source>Strictness</source>
        <translation>엄격도</translation>
    </message>
    <message>
        <source>How many wrong faces new groups may hold. It counts for libraries without a choice of their own.</source>
        <translation>새 그룹에 잘못된 얼굴을 얼마나 허용할지 정합니다. 따로 정하지 않은 라이브러리에 적용됩니다.</translation>
    </message>
    <message>
        <source>How sure the figures are</source>
        <translation>수치의 확실성</translation>
    </message>
    <message>
        <source>“About one stranger in 1,000 looks as much alike”: what this library itself says of that.</source>
        <translation>‘모르는 사람 1,000명 중 약 한 명이 이만큼 닮습니다’라는 수치를 이 라이브러리로 확인합니다.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>What finds faces and tells them apart. They work without a network.</source>
        <translation>얼굴을 찾고 구별하는 모델입니다. 네트워크 없이 작동합니다.</translation>
    </message>
    <message>
        <source>Install models …</source>
        <translation>모델 설치…</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>작업량</translation>
    </message>
    <message>
        <source>Fewer leave more of the computer to others. It counts from the next run on.</source>
        <translation>적을수록 다른 프로그램이 컴퓨터를 더 쓸 수 있습니다. 다음 작업부터 적용됩니다.</translation>
    </message>
    <message>
        <source>Photos read at the same time</source>
        <translation>동시에 읽는 사진</translation>
    </message>
    <message>
        <source>about 1 wrong face in {count}</source>
        <translation>얼굴 {count}개 중 약 1개 오류</translation>
    </message>
    <message>
        <source>one for each core</source>
        <translation>코어마다 하나</translation>
    </message>
    <message>
        <source>{title}. {size} MB, licences: {licences}.</source>
        <translation>{title}. {size} MB, 라이선스: {licences}.</translation>
    </message>
    <message>
        <source>Nobody has measured how often it errs.</source>
        <translation>오류 빈도가 측정되지 않았습니다.</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>in use, but not installed</source>
        <translation>사용 중이지만 설치되지 않음</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>설치되지 않음</translation>
    </message>
    <message>
        <source>Use …</source>
        <translation>사용…</translation>
    </message>
    <message>
        <source>Use {pack} …</source>
        <translation>{pack} 사용…</translation>
    </message>
    <message>
        <source>Other models</source>
        <translation>다른 모델</translation>
    </message>
    <message>
        <source>Let this library work with {pack}?</source>
        <translation>이 라이브러리에서 이 모델을 사용할까요?
{pack}</translation>
    </message>
    <message>
        <source>All photos are read once more, which takes as long as the first time. Then the faces are grouped anew. Names and corrections stay. It can be undone.</source>
        <translation>모든 사진을 다시 읽으며 처음만큼 시간이 걸립니다. 그런 다음 얼굴을 새로 묶습니다. 이름과 수정 내용은 그대로이며, 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Read all photos again</source>
        <translation>모든 사진 다시 읽기</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Is this {name}?</source>
        <translation>이 사람이 {name}인가요?</translation>
    </message>
    <message numerus="yes">
        <source>Are these %n face(s) {name}?</source>
        <translation>
            <numerusform>이 얼굴 %n개가 {name}인가요?</numerusform>
        </translation>
    </message>
    <message>
        <source>Is this the same person?</source>
        <translation>같은 사람인가요?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>무시</translation>
    </message>
    <message>
        <source>Not a face</source>
        <translation>얼굴 아님</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>같은 사람</translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation>누구인가요?</translation>
    </message>
    <message>
        <source>Are these all {name}?</source>
        <translation>모두 {name}인가요?</translation>
    </message>
    <message>
        <source>Are these all strangers?</source>
        <translation>모두 모르는 사람인가요?</translation>
    </message>
    <message>
        <source>Is the file right?</source>
        <translation>파일 내용이 맞나요?</translation>
    </message>
    <message numerus="yes">
        <source>Name these %n face(s)</source>
        <translation>
            <numerusform>이 얼굴 %n개에 이름 붙이기</numerusform>
        </translation>
    </message>
    <message>
        <source>Several people</source>
        <translation>여러 사람</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>모두 아님</translation>
    </message>
    <message numerus="yes">
        <source>Ignore all but %n</source>
        <translation>
            <numerusform>%n개를 빼고 모두 무시</numerusform>
        </translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>다른 사람</translation>
    </message>
    <message numerus="yes">
        <source>Ignore %n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개 무시</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are no faces</source>
        <translation>
            <numerusform>%n개는 얼굴 아님</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next %n answer(s)</source>
        <translation>
            <numerusform>다음 답 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation>
            <numerusform>얼굴 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>{answers} settle about {faces}</source>
        <translation>{answers}로 {faces} 정도가 정해집니다</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) left</source>
        <translation>
            <numerusform>남은 질문 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions left, or more</source>
        <translation>
            <numerusform>남은 질문 %n개 이상</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>without a date</source>
        <translation>날짜 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>It is like nobody who has a name.</source>
        <translation>이름 있는 인물 중에 닮은 사람이 없습니다.</translation>
    </message>
    <message>
        <source>Most like {name}.</source>
        <translation>가장 닮은 인물: {name}.</translation>
    </message>
    <message>
        <source>It cannot be {name}: {why}</source>
        <translation>{name}일 수 없음: {why}</translation>
    </message>
    <message>
        <source>both are in one photo</source>
        <translation>한 사진에 둘이 함께 있음</translation>
    </message>
    <message>
        <source>you said that it is not</source>
        <translation>아니라고 답했음</translation>
    </message>
    <message>
        <source>you said that they are different people</source>
        <translation>서로 다른 사람이라고 답했음</translation>
    </message>
    <message>
        <source>you said that its group is several people</source>
        <translation>그룹에 여러 사람이 있다고 답했음</translation>
    </message>
    <message>
        <source>it was photographed before the birth</source>
        <translation>태어나기 전에 찍은 사진임</translation>
    </message>
    <message>
        <source>Nobody has measured yet how often this model errs.</source>
        <translation>이 모델의 오류 빈도는 아직 측정되지 않았습니다.</translation>
    </message>
    <message>
        <source>Not very like: many strangers look as much alike.</source>
        <translation>그다지 닮지 않음: 모르는 사람끼리도 이만큼 닮은 경우가 많습니다.</translation>
    </message>
    <message>
        <source>Very like: not one stranger in {count} looks so much alike.</source>
        <translation>아주 닮음: 모르는 사람 {count}명 중 한 명도 이만큼 닮지 않습니다.</translation>
    </message>
    <message>
        <source>About one stranger in {count} looks as much alike.</source>
        <translation>모르는 사람 {count}명 중 약 한 명이 이만큼 닮습니다.</translation>
    </message>
    <message>
        <source>{name} is even nearer.</source>
        <translation>더 닮은 인물: {name}.</translation>
    </message>
    <message>
        <source>Next in line, further away: {name}.</source>
        <translation>그다음으로 닮은 인물: {name}.</translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Ask it when all else was asked</source>
        <translation>다른 질문을 모두 마친 뒤에 묻기</translation>
    </message>
    <message>
        <source>Not a face</source>
        <translation>얼굴 아님</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>무시</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>모르겠음</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>Take out or put back</source>
        <translation>빼기/되돌리기</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>이유 보기</translation>
    </message>
    <message>
        <source>Why this is asked, in full</source>
        <translation>묻는 이유 자세히 보기</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>의심스러운 얼굴</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>하나씩</translation>
    </message>
    <message>
        <source>Sweep a grid</source>
        <translation>격자로 모아 검토</translation>
    </message>
    <message>
        <source>A face or a group at a time, without grids and names to give</source>
        <translation>격자나 이름 입력 없이 얼굴이나 그룹을 하나씩 묻습니다</translation>
    </message>
    <message>
        <source>Named faces that look wrong</source>
        <translation>이름이 잘못된 듯한 얼굴</translation>
    </message>
    <message>
        <source>Many guesses of one person in a grid: take out the wrong ones, confirm the rest at once</source>
        <translation>한 인물의 제안을 격자에 모아 틀린 것은 빼고 나머지는 한꺼번에 확정합니다</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Every guess has an answer. New photos bring new ones.</source>
        <translation>모든 제안에 답했습니다. 새 사진이 들어오면 새 제안이 생깁니다.</translation>
    </message>
    <message>
        <source>Nothing to ask</source>
        <translation>물어볼 것이 없습니다</translation>
    </message>
</context>
<context>
    <name>RunsRow</name>
    <message>
        <source>Undo this run …</source>
        <translation>이 작업 취소…</translation>
    </message>
    <message>
        <source>Earlier runs, the latest first</source>
        <translation>이전 작업, 최신순</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>이전 작업</translation>
    </message>
    <message>
        <source>beside the photos</source>
        <translation>사진 옆에</translation>
    </message>
    <message>
        <source>in the photos</source>
        <translation>사진 안에</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>파일 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchCommands</name>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Search by the picture in the clipboard</source>
        <translation>클립보드의 사진으로 검색</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>이 검색 저장</translation>
    </message>
    <message>
        <source>Export album …</source>
        <translation>앨범 내보내기…</translation>
    </message>
    <message>
        <source>Set the date …</source>
        <translation>날짜 지정…</translation>
    </message>
    <message>
        <source>To the query</source>
        <translation>검색식으로 이동</translation>
    </message>
    <message>
        <source>Its name; it becomes an album that keeps itself up to date</source>
        <translation>이름을 입력하세요. 저절로 최신 상태로 유지되는 앨범이 됩니다</translation>
    </message>
</context>
<context>
    <name>SearchHead</name>
    <message>
        <source>Examples</source>
        <translation>예시</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Search by a picture …</source>
        <translation>사진으로 검색…</translation>
    </message>
    <message>
        <source>Keep this search as an album</source>
        <translation>이 검색을 앨범으로 저장</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Type names: Anna AND Ben NOT Chris, or drop a picture of somebody here.</source>
        <translation>이름으로 검색하거나(예: Anna AND Ben NOT Chris) 찾을 사람의 사진을 여기에 놓으세요.</translation>
    </message>
    <message>
        <source>Whom are you looking for?</source>
        <translation>누구를 찾으세요?</translation>
    </message>
    <message>
        <source>No photo fits</source>
        <translation>맞는 사진이 없습니다</translation>
    </message>
    <message>
        <source>Try fewer names, or other dates.</source>
        <translation>이름을 줄이거나 날짜를 바꿔 보세요.</translation>
    </message>
    <message>
        <source>Looking at the picture …</source>
        <translation>사진을 살펴보는 중…</translation>
    </message>
    <message>
        <source>A picture of somebody</source>
        <translation>찾을 사람의 사진</translation>
    </message>
    <message>
        <source>Photos that were found</source>
        <translation>찾은 사진</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>클립보드에 사진이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody here is called {name}. The names are on the People page.</source>
        <translation>그런 이름의 인물이 없습니다: {name}. 이름은 인물 페이지에 있습니다.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n개 선택</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>nothing was changed</source>
        <translation>바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>group {number} is {name}&apos;s already; nothing was changed</source>
        <translation>그룹 {number}: 이미 {name} 그룹입니다. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>all of them are {name}&apos;s already; nothing was changed</source>
        <translation>모두 이미 {name} 얼굴입니다. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>{name} is called that already; nothing was changed</source>
        <translation>이미 그 이름입니다: {name}. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>{name} is one person already; nothing was changed</source>
        <translation>이미 한 인물입니다: {name}. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>group {number} is one group already; nothing was changed</source>
        <translation>이미 한 그룹입니다: {number}. 바뀐 것은 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s): a whole group already; nothing was changed</source>
        <translation>
            <numerusform>얼굴 %Ln개: 이미 그룹 전체입니다. 바뀐 것은 없습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>no face was to leave; nothing was changed</source>
        <translation>떼어 낼 얼굴이 없습니다. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>no face was chosen; nothing was changed</source>
        <translation>선택한 얼굴이 없습니다. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>{name} and {other}: different people, as was said before; nothing was changed</source>
        <translation>{name}, {other}: 이미 다른 사람이라고 했습니다. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>That is one and the same; nothing was changed.</source>
        <translation>같은 인물이나 그룹입니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Face {number} has been decided meanwhile and is not a guess any more; nothing was changed.</source>
        <translation>얼굴 {number}: 그사이 결정되어 더 이상 제안이 아닙니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>No contradiction has the way out “{text}”; nothing was changed. See them: photoface conflicts</source>
        <translation>어긋난 결정에 그런 해결 방법이 없습니다: ‘{text}’. 바뀐 것은 없습니다. 목록: photoface conflicts</translation>
    </message>
    <message>
        <source>nobody said that they are not {name}; nothing was changed</source>
        <translation>{name} 아님으로 표시된 얼굴이 없습니다. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>there was nobody to hide; nothing was changed</source>
        <translation>숨길 사람이 없습니다. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>none of them was set aside; nothing was changed</source>
        <translation>따로 둔 얼굴이 없습니다. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>the box is there already; nothing was changed</source>
        <translation>상자가 이미 있습니다. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>the same is left out as before; nothing was changed</source>
        <translation>제외 항목이 이전과 같습니다. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>the groups are as they would be; nothing was changed</source>
        <translation>그룹이 이미 그 상태입니다. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>this library works with {name} already; nothing was changed</source>
        <translation>이미 이 모델을 사용하고 있습니다: {name}. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>{name} is new here</source>
        <translation>새 인물: {name}</translation>
    </message>
    <message>
        <source>another person is called {name} too; to make them one: photoface merge</source>
        <translation>이름이 같은 인물이 또 있습니다: {name}. 하나로 만들려면: photoface merge</translation>
    </message>
    <message>
        <source>both are in {photos}; faces of one photo are usually two people</source>
        <translation>{photos}에 둘이 함께 있습니다. 한 사진에 있는 두 얼굴은 보통 서로 다른 사람입니다</translation>
    </message>
    <message>
        <source>files that are left out leave all views; names in them are kept and come back with them</source>
        <translation>제외한 파일은 모든 화면에서 빠집니다. 이름은 보관되며 함께 돌아옵니다</translation>
    </message>
    <message>
        <source>names and corrections in it are kept; index it again to have them back</source>
        <translation>이름과 수정 내용은 보관됩니다. 다시 색인하면 돌아옵니다</translation>
    </message>
    <message>
        <source>A person cannot go into a group without a name. Turn it round: the group into the person.</source>
        <translation>인물을 이름 없는 그룹에 합칠 수 없습니다. 방향을 바꿔 그룹을 인물에 합치세요.</translation>
    </message>
    <message>
        <source>Group {number} holds faces of {name}; nothing was changed. For another name of that person: photoface rename. For faces that are somebody else: photoface assign FACE... PERSON</source>
        <translation>그룹 {number}에 {name} 얼굴이 있습니다. 바뀐 것은 없습니다. 인물의 이름을 바꾸려면: photoface rename. 다른 사람의 얼굴이라면: photoface assign FACE... PERSON</translation>
    </message>
    <message>
        <source>A group with faces of a named person is merged by that person&apos;s name; nothing was changed.</source>
        <translation>이름 있는 인물의 얼굴이 든 그룹은 그 인물 이름으로 합쳐야 합니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Nobody has confirmed yet that this face is {name}; nothing was changed. Confirm it first.</source>
        <translation>아직 {name} 얼굴로 확정되지 않았습니다. 바뀐 것은 없습니다. 먼저 확정하세요.</translation>
    </message>
    <message>
        <source>Face {number} is suggested to be nobody, so there is nothing to confirm; nothing was changed. To say who it is: photoface assign {same} NAME</source>
        <translation>얼굴 {number}: 제안된 인물이 없어 확정할 것이 없습니다. 바뀐 것은 없습니다. 누구인지 지정하려면: photoface assign {same} NAME</translation>
    </message>
    <message>
        <source>Only a group without a name can be told apart from others. Nothing was changed.</source>
        <translation>이름 없는 그룹만 다른 사람으로 구분할 수 있습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Face {number} is in no group and nobody&apos;s; nothing was changed.</source>
        <translation>얼굴 {number}: 그룹에도 인물에도 속하지 않습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>There is no day {text}; a birth date looks like 2015-03-21. Nothing was changed.</source>
        <translation>없는 날짜입니다: {text}. 생년월일은 2015-03-21처럼 씁니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>A name needs at least one letter; nothing was changed.</source>
        <translation>이름은 한 글자 이상이어야 합니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>A name may have {count} characters at most; nothing was changed.</source>
        <translation>이름은 최대 {count}자입니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” would be taken for a number; choose another name. Nothing was changed.</source>
        <translation>‘{name}’: 번호와 구별할 수 없는 이름입니다. 다른 이름을 고르세요. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>A name may not contain control characters; nothing was changed.</source>
        <translation>이름에 제어 문자를 쓸 수 없습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>A search needs a name of 1 to {count} letters; nothing was changed.</source>
        <translation>검색 이름은 1~{count}자여야 합니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>This search is not saved any more.</source>
        <translation>이 검색은 더 이상 저장되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>There is no group {number}. See the groups with: photoface people</source>
        <translation>그룹 {number}: 없는 그룹입니다. 그룹 목록: photoface people</translation>
    </message>
    <message>
        <source>There is no unnamed group {number} in the library.</source>
        <translation>라이브러리에 이름 없는 그룹 {number} 항목이 없습니다.</translation>
    </message>
    <message>
        <source>There is no face {number} in the library.</source>
        <translation>라이브러리에 얼굴 {number} 항목이 없습니다.</translation>
    </message>
    <message>
        <source>There is no person #{number} in the library.</source>
        <translation>라이브러리에 인물 #{number} 항목이 없습니다.</translation>
    </message>
    <message>
        <source>Nobody in the library is called &quot;{name}&quot;; `photoface people` lists the names.</source>
        <translation>라이브러리에 그런 이름의 인물이 없습니다: {name}. 이름 목록: photoface people</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; fits {count} people; say which one by number: {choices}.</source>
        <translation>‘{name}’: {count}명이 해당합니다. 번호로 지정하세요: {choices}.</translation>
    </message>
    <message>
        <source>There is no operation {number} in the history.</source>
        <translation>기록에 작업 {number} 항목이 없습니다.</translation>
    </message>
    <message>
        <source>There is no question {number}. See them with: photoface import-names --questions</source>
        <translation>질문 {number}: 없는 질문입니다. 질문 목록: photoface import-names --questions</translation>
    </message>
    <message>
        <source>Names were never written in a run {number}. Nothing was changed.</source>
        <translation>이름을 쓴 적이 없는 작업 번호입니다: {number}. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>취소할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Face {number} has been decided meanwhile; nothing was changed.</source>
        <translation>얼굴 {number}: 그사이 결정되었습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Every face was taken out, so there is nobody to name. Nothing was changed.</source>
        <translation>얼굴을 모두 뺐으므로 이름 붙일 얼굴이 없습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Say who it is: a name. Nothing was changed.</source>
        <translation>누구인지 이름을 입력하세요. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Only what a file says leaves a choice. Nothing was changed.</source>
        <translation>파일에 적힌 이름일 때만 고를 수 있습니다. 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>What a file says is right, or it is not: yes or no. Nothing was changed.</source>
        <translation>파일 내용은 맞거나 틀리거나 둘 중 하나입니다. 예나 아니요로 답하세요. 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>Take out whoever you know: their name is asked for next. Nothing was changed.</source>
        <translation>아는 사람을 빼 주세요. 다음에 이름을 묻습니다. 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>{name} is paused already; nothing was changed</source>
        <translation>이미 일시 정지됨: {name}. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>{name} is not paused; nothing was changed</source>
        <translation>일시 정지되지 않음: {name}. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>{name} is paused; nothing was read. Resume it first: photoface folders --resume FOLDER</source>
        <translation>일시 정지됨: {name}. 아무것도 읽지 않았습니다. 먼저 다시 시작하세요: photoface folders --resume FOLDER</translation>
    </message>
    <message>
        <source>its photos and names stay; nothing in it is looked at until you resume it</source>
        <translation>사진과 이름은 그대로입니다. 다시 시작할 때까지 살펴보지 않습니다</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>다시 실행할 것이 없습니다.</translation>
    </message>
    <message>
        <source>{operation} is undone already.</source>
        <translation>이미 취소되었습니다: {operation}.</translation>
    </message>
    <message>
        <source>{operation} no longer fits what the library holds. Nothing was changed.</source>
        <translation>라이브러리의 현재 내용과 맞지 않습니다: {operation}. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>{operation} cannot be undone: {later} came later and stands on it. Nothing was changed; undo operation {number} first.</source>
        <translation>취소할 수 없습니다: {operation}. 이를 바탕으로 한 나중 작업이 있습니다: {later}. 바뀐 것은 없습니다. 먼저 작업 {number} 항목을 취소하세요.</translation>
    </message>
    <message>
        <source>{operation} cannot be undone: {later} came later and stand on it. Nothing was changed; undo operation {number} first.</source>
        <translation>취소할 수 없습니다: {operation}. 이를 바탕으로 한 나중 작업이 있습니다: {later}. 바뀐 것은 없습니다. 먼저 작업 {number} 항목을 취소하세요.</translation>
    </message>
    <message>
        <source>Operation {number} (&quot;{what}&quot;)</source>
        <translation>작업 {number}(‘{what}’)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>외 %Ln건</numerusform>
        </translation>
    </message>
    <message>
        <source>Give two or more photos of the library that are different. Nothing was changed.</source>
        <translation>라이브러리에 있는 서로 다른 사진을 두 장 이상 지정하세요. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>No photos were chosen. Nothing was changed.</source>
        <translation>선택한 사진이 없습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>There is no photo {number} in the library. Nothing was changed.</source>
        <translation>라이브러리에 사진 {number} 항목이 없습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>“{text}” is no date that photoface can read. Write it like 1983, summer 1983, July 1983, 1983-07-15 or 1983-07-15 14:30.</source>
        <translation>‘{text}’: photoface가 읽을 수 있는 날짜가 아닙니다. 이렇게 쓰세요: 1983, summer 1983, July 1983, 1983-07-15, 1983-07-15 14:30.</translation>
    </message>
    <message>
        <source>“{text}” is no month and no season. Write it like 1983, summer 1983, July 1983, 1983-07-15 or 1983-07-15 14:30.</source>
        <translation>‘{text}’: 달이나 계절이 아닙니다. 이렇게 쓰세요: 1983, summer 1983, July 1983, 1983-07-15, 1983-07-15 14:30.</translation>
    </message>
    <message>
        <source>“{text}”: there is no such day. Write it like 1983, summer 1983, July 1983, 1983-07-15 or 1983-07-15 14:30.</source>
        <translation>‘{text}’: 없는 날짜입니다. 이렇게 쓰세요: 1983, summer 1983, July 1983, 1983-07-15, 1983-07-15 14:30.</translation>
    </message>
    <message>
        <source>This photo is not in the library any more. Nothing was changed.</source>
        <translation>이 사진은 더 이상 라이브러리에 없습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>This photo is not in the library any more, or its drive is not connected.</source>
        <translation>이 사진은 더 이상 라이브러리에 없거나 드라이브가 연결되지 않았습니다.</translation>
    </message>
    <message>
        <source>This box is too small for a face; nothing was changed. Draw it around the whole face.</source>
        <translation>상자가 너무 작습니다. 바뀐 것은 없습니다. 얼굴 전체를 둘러싸게 그리세요.</translation>
    </message>
    <message>
        <source>The photo of {file} is not in the library.</source>
        <translation>라이브러리에 없는 사진입니다: {file}.</translation>
    </message>
    <message>
        <source>{file} is not in the library. Add its folder with: photoface index FOLDER</source>
        <translation>라이브러리에 없습니다: {file}. 폴더를 추가하려면: photoface index FOLDER</translation>
    </message>
    <message>
        <source>A file without a name is not in the library. Add its folder with: photoface index FOLDER</source>
        <translation>이름 없는 파일은 라이브러리에 없습니다. 폴더를 추가하려면: photoface index FOLDER</translation>
    </message>
    <message>
        <source>There is no face to be found in {name}. Try a picture where the face is larger or upright.</source>
        <translation>얼굴을 찾지 못했습니다: {name}. 얼굴이 더 크거나 똑바로 나온 사진으로 해 보세요.</translation>
    </message>
    <message>
        <source>A query may have {count} brackets and NOTs at most; make it shorter.</source>
        <translation>검색식에는 괄호와 NOT을 합쳐 최대 {count}개까지 쓸 수 있습니다. 더 짧게 쓰세요.</translation>
    </message>
    <message>
        <source>The query cannot be read from “{text}” on. Example: Anna AND Ben NOT Chris</source>
        <translation>검색식의 ‘{text}’부터 이해할 수 없습니다. 예: Anna AND Ben NOT Chris</translation>
    </message>
    <message>
        <source>The query needs {wanted} where it says “{text}”. Example: Anna AND Ben NOT Chris</source>
        <translation>검색식의 ‘{text}’ 자리에 필요한 것: {wanted}. 예: Anna AND Ben NOT Chris</translation>
    </message>
    <message>
        <source>The query ends where it needs {wanted}. Example: Anna AND Ben NOT Chris</source>
        <translation>검색식 끝에 더 필요한 것: {wanted}. 예: Anna AND Ben NOT Chris</translation>
    </message>
    <message>
        <source>A bracket in the query is not closed.</source>
        <translation>검색식의 괄호가 닫히지 않았습니다.</translation>
    </message>
    <message>
        <source>COUNT is written like this: count &gt;= 3</source>
        <translation>COUNT는 이렇게 씁니다: count &gt;= 3</translation>
    </message>
    <message>
        <source>IN is written like this: in Holiday</source>
        <translation>IN은 이렇게 씁니다: in Holiday</translation>
    </message>
    <message>
        <source>“{text}” is no date. Dates are written like this: 2016, 2016-05 or 2016-05-31</source>
        <translation>‘{text}’: 날짜가 아닙니다. 날짜는 이렇게 씁니다: 2016, 2016-05, 2016-05-31</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>a comparison after COUNT, as in: count &gt;= 3</source>
        <translation>COUNT 뒤의 비교식(예: count &gt;= 3)</translation>
    </message>
    <message>
        <source>a number, as in: count &gt;= 3</source>
        <translation>숫자(예: count &gt;= 3)</translation>
    </message>
    <message>
        <source>a date after {text}, as in: {same} 2016-05</source>
        <translation>{text} 뒤의 날짜(예: {same} 2016-05)</translation>
    </message>
    <message>
        <source>import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>ACDSee region</source>
        <translation>ACDSee 영역</translation>
    </message>
    <message>
        <source>IPTC region</source>
        <translation>IPTC 영역</translation>
    </message>
    <message numerus="yes">
        <source>{source}: %Ln face(s) of {people}</source>
        <translation>
            <numerusform>{source}: {people}의 얼굴 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{source}: %Ln face(s) of {people}, {count} of them drawn new</source>
        <translation>
            <numerusform>{source}: {people}의 얼굴 %Ln개, 그중 {count}개는 새로 그림</numerusform>
        </translation>
    </message>
    <message>
        <source>the file is right: 1 face is {name}</source>
        <translation>파일이 맞음: 얼굴 1개는 {name}</translation>
    </message>
    <message>
        <source>not {name}, whatever the file says</source>
        <translation>파일 내용과 달리 {name} 아님</translation>
    </message>
    <message>
        <source>the library is right; {name} is not asked for again</source>
        <translation>라이브러리가 맞습니다. 다시 묻지 않습니다: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s): the library is right</source>
        <translation>
            <numerusform>질문 %Ln개: 라이브러리가 맞음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) answered: the library is right</source>
        <translation>
            <numerusform>질문 %Ln개에 답했습니다: 라이브러리가 맞음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) wait for an answer</source>
        <translation>
            <numerusform>답을 기다리는 질문 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>no question is open; nothing was changed</source>
        <translation>열린 질문이 없습니다. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>files tell nothing that the library does not know; nothing was changed</source>
        <translation>파일에 라이브러리가 모르는 내용이 없습니다. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>the library knows all of it already; nothing was changed</source>
        <translation>라이브러리가 이미 다 알고 있습니다. 바뀐 것은 없습니다</translation>
    </message>
    <message>
        <source>There are no photos of this library here. Index the folder first: photoface index FOLDER</source>
        <translation>여기에는 이 라이브러리의 사진이 없습니다. 먼저 폴더를 색인하세요: photoface index FOLDER</translation>
    </message>
    <message>
        <source>Question {number} is answered already; `photoface undo` takes an answer back.</source>
        <translation>질문 {number}: 이미 답했습니다. 답을 취소하려면: photoface undo</translation>
    </message>
    <message>
        <source>Which face of the photo is {name}? Give its number: {choices}.</source>
        <translation>사진의 어느 얼굴이 {name}인가요? 번호로 지정하세요: {choices}.</translation>
    </message>
    <message>
        <source>Run {number} is undone already; nothing was changed.</source>
        <translation>작업 {number}: 이미 취소되었습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>There are no photos of {name} here; nothing was written.</source>
        <translation>여기에는 {name} 사진이 없습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>{folder} is a file; give a folder. Nothing was changed.</source>
        <translation>폴더가 아니라 파일입니다: {folder}. 폴더를 지정하세요. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>{folder} cannot be used ({reason}). Nothing was changed.</source>
        <translation>사용할 수 없습니다: {folder} ({reason}). 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>There is no room in {folder}; what was put there before is whole.</source>
        <translation>공간이 없습니다: {folder}. 그전에 넣은 것은 온전합니다.</translation>
    </message>
    <message>
        <source>There is no room for {file}; nothing was left there.</source>
        <translation>저장할 공간이 없습니다: {file}. 아무것도 남기지 않았습니다.</translation>
    </message>
    <message>
        <source>{file} cannot be written ({reason}).</source>
        <translation>쓸 수 없습니다: {file} ({reason}).</translation>
    </message>
    <message>
        <source>{file} cannot be written ({reason}). Nothing was changed.</source>
        <translation>쓸 수 없습니다: {file} ({reason}). 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}). Nothing was changed.</source>
        <translation>읽을 수 없습니다: {file} ({reason}). 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>{file} cannot be read: it is no sound JSON. Nothing was changed.</source>
        <translation>읽을 수 없습니다: {file}. 올바른 JSON이 아닙니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>{file} holds no decisions of photoface. Nothing was changed.</source>
        <translation>photoface의 결정이 들어 있지 않습니다: {file}. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>{file} is too large to hold decisions of photoface. Nothing was changed.</source>
        <translation>photoface의 결정 파일로는 너무 큽니다: {file}. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>{file} is there already; nothing was changed. Choose another name, or replace it: --replace</source>
        <translation>이미 있습니다: {file}. 바뀐 것은 없습니다. 다른 이름을 고르거나 바꾸세요: --replace</translation>
    </message>
    <message>
        <source>A newer photoface wrote {file}; use that version or a later one. Nothing was changed.</source>
        <translation>더 새로운 photoface에서 쓴 파일입니다: {file}. 그 버전 이상을 사용하세요. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>{text} makes no files of single photos</source>
        <translation>{text}: 사진별 파일을 만들지 않는 방식</translation>
    </message>
    <message>
        <source>1 face is {name}, looked at twice</source>
        <translation>얼굴 1개는 {name}, 다시 확인함</translation>
    </message>
    <message numerus="yes">
        <source>%Ln faces are {name}, looked at twice</source>
        <translation>
            <numerusform>얼굴 %Ln개는 {name}, 다시 확인함</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody doubts these faces; nothing was changed</source>
        <translation>의심할 얼굴이 없습니다. 바뀐 것은 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>check %Ln face(s) of {name}, drawn from {count}</source>
        <translation>
            <numerusform>{name} 얼굴 %Ln개 점검({count}개 중 무작위)</numerusform>
        </translation>
    </message>
    <message>
        <source>drawn face is {name}</source>
        <translation>점검한 얼굴: {name} 맞음</translation>
    </message>
    <message>
        <source>drawn face is not {name}</source>
        <translation>점검한 얼굴: {name} 아님</translation>
    </message>
    <message>
        <source>not sure of a face of {name}</source>
        <translation>점검한 얼굴: {name}인지 모르겠음</translation>
    </message>
    <message>
        <source>No faces of this person were drawn for a check yet.</source>
        <translation>이 인물은 아직 점검한 적이 없습니다.</translation>
    </message>
    <message>
        <source>Nobody has measured {name} yet, so there is nothing to compare this library with. For a measured pack: photoface models use PACK</source>
        <translation>아직 측정되지 않은 모델입니다: {name}. 이 라이브러리와 비교할 기준이 없습니다. 측정된 모델을 쓰려면: photoface models use PACK</translation>
    </message>
    <message>
        <source>a JPEG has no room for so many names; write a sidecar</source>
        <translation>이름이 너무 많아 JPEG에 쓸 수 없음. 사이드카 파일을 쓰세요</translation>
    </message>
    <message>
        <source>its metadata goes over several parts; write a sidecar</source>
        <translation>메타데이터가 여러 부분에 걸쳐 있음. 사이드카 파일을 쓰세요</translation>
    </message>
    <message>
        <source>names are not written into {text} files; write a sidecar</source>
        <translation>{text} 파일에는 이름을 쓰지 않음. 사이드카 파일을 쓰세요</translation>
    </message>
    <message>
        <source>exiftool could not write into it ({text})</source>
        <translation>exiftool로 쓸 수 없음({text})</translation>
    </message>
    <message>
        <source>it could not be written ({reason})</source>
        <translation>쓸 수 없음({reason})</translation>
    </message>
    <message>
        <source>what is written there cannot be kept: {text}</source>
        <translation>이미 쓰인 내용을 보존할 수 없음: {text}</translation>
    </message>
    <message>
        <source>what was written could not be read back; the photo was left as it is</source>
        <translation>쓴 내용을 다시 읽을 수 없음. 사진은 그대로 둠</translation>
    </message>
    <message>
        <source>writing would have changed its pixels; it was left as it is</source>
        <translation>쓰면 픽셀이 바뀜. 그대로 둠</translation>
    </message>
    <message>
        <source>writing would have lost what follows the picture; it was left as it is</source>
        <translation>쓰면 사진 뒤의 데이터가 사라짐. 그대로 둠</translation>
    </message>
    <message>
        <source>somebody changed it meanwhile; it was left as it is</source>
        <translation>그사이 다른 곳에서 바뀜. 그대로 둠</translation>
    </message>
    <message>
        <source>it has several names on the disk (hard links), which would part</source>
        <translation>디스크에 이름이 여러 개임(하드 링크). 쓰면 서로 달라짐</translation>
    </message>
    <message>
        <source>it is not there now (a drive that is not connected?)</source>
        <translation>지금은 없음(드라이브가 연결되지 않음?)</translation>
    </message>
    <message>
        <source>it is write-protected; it was left as it is</source>
        <translation>쓰기 금지됨. 그대로 둠</translation>
    </message>
    <message>
        <source>only exiftool writes into photos, and it is not installed</source>
        <translation>사진에 쓰려면 exiftool이 필요하지만 설치되어 있지 않음</translation>
    </message>
    <message>
        <source>There is no library in {folder}: a library&apos;s folder holds a file {file}.</source>
        <translation>라이브러리가 없습니다: {folder}. 라이브러리 폴더에는 {file} 파일이 있습니다.</translation>
    </message>
    <message>
        <source>There is no library in {folder} yet; `photoface index FOLDER` makes one.</source>
        <translation>아직 라이브러리가 없습니다: {folder}. 만들려면: photoface index FOLDER</translation>
    </message>
    <message>
        <source>There is a library in {folder} already; open it instead.</source>
        <translation>이미 라이브러리가 있습니다: {folder}. 그 라이브러리를 여세요.</translation>
    </message>
    <message>
        <source>{folder} holds other files; choose an empty folder for a new library.</source>
        <translation>다른 파일이 들어 있습니다: {folder}. 새 라이브러리로 쓸 빈 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{folder} cannot be used ({reason}); choose another folder.</source>
        <translation>사용할 수 없습니다: {folder} ({reason}). 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>The library {folder} is open in {how}. Nothing was changed; close that one, or wait for it to end.</source>
        <translation>라이브러리 {folder} 폴더를 다른 곳에서 사용 중입니다: {how}. 바뀐 것은 없습니다. 그쪽을 닫거나 끝날 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>다른 프로그램</translation>
    </message>
    <message>
        <source>{name} (process {number}, since {time})</source>
        <translation>{name} (프로세스 {number}, {time}부터)</translation>
    </message>
    <message>
        <source>The library {folder} is being read by another program. Nothing was changed; close that one and try again.</source>
        <translation>다른 프로그램이 라이브러리를 읽고 있습니다: {folder}. 바뀐 것은 없습니다. 그 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The library {folder} cannot be written ({reason}).</source>
        <translation>라이브러리에 쓸 수 없습니다: {folder} ({reason}).</translation>
    </message>
    <message>
        <source>The library {folder} cannot be made ({reason}).</source>
        <translation>라이브러리를 만들 수 없습니다: {folder} ({reason}).</translation>
    </message>
    <message>
        <source>The library {folder} is damaged ({why}). Nothing was written; a snapshot helps (photoface restore).</source>
        <translation>라이브러리가 손상되었습니다: {folder} ({why}). 아무것도 쓰지 않았습니다. 스냅샷으로 복원할 수 있습니다(photoface restore).</translation>
    </message>
    <message>
        <source>The library {folder} cannot be used ({reason}). Nothing was changed.</source>
        <translation>라이브러리를 사용할 수 없습니다: {folder} ({reason}). 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>library.db is not a database of photoface</source>
        <translation>library.db는 photoface의 데이터베이스가 아님</translation>
    </message>
    <message>
        <source>library.db is gone</source>
        <translation>library.db가 없음</translation>
    </message>
    <message>
        <source>A newer photoface wrote the library {folder} (schema {number}, this one knows {count}). It was left untouched; use the newer program.</source>
        <translation>더 새로운 photoface에서 만든 라이브러리입니다: {folder} (형식 {number}, 이 프로그램은 {count}까지). 건드리지 않았습니다. 새 버전을 사용하세요.</translation>
    </message>
    <message>
        <source>No space is left for the library {folder}. What was saved before is safe; free some space and try again.</source>
        <translation>라이브러리를 저장할 공간이 없습니다: {folder}. 이미 저장된 것은 안전합니다. 공간을 확보하고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>There is no snapshot {name}.</source>
        <translation>없는 스냅샷입니다: {name}.</translation>
    </message>
    <message>
        <source>There is no snapshot {name}. See them with: photoface restore</source>
        <translation>없는 스냅샷입니다: {name}. 스냅샷 목록: photoface restore</translation>
    </message>
    <message>
        <source>This library has no folder yet. Add one with: photoface index FOLDER</source>
        <translation>이 라이브러리에는 아직 폴더가 없습니다. 추가하려면: photoface index FOLDER</translation>
    </message>
    <message>
        <source>This library has no photos yet. Index a folder with: photoface index FOLDER</source>
        <translation>이 라이브러리에는 아직 사진이 없습니다. 폴더를 색인하려면: photoface index FOLDER</translation>
    </message>
    <message>
        <source>There is no folder {folder}. Nothing was changed.</source>
        <translation>없는 폴더입니다: {folder}. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>{file} is a file; give the folder that it is in.</source>
        <translation>폴더가 아니라 파일입니다: {file}. 파일이 든 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>{folder} is not one of this library&apos;s folders. See them with: photoface folders</source>
        <translation>이 라이브러리의 폴더가 아닙니다: {folder}. 폴더 목록: photoface folders</translation>
    </message>
    <message>
        <source>{folder} is no folder of this library.</source>
        <translation>이 라이브러리의 폴더가 아닙니다: {folder}.</translation>
    </message>
    <message>
        <source>{file}: there is no such file; look at its name.</source>
        <translation>{file}: 없는 파일입니다. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>{folder} does not answer. Its photos and names are kept as they were; try again when it does.</source>
        <translation>폴더가 응답하지 않습니다: {folder}. 사진과 이름은 그대로 있습니다. 응답하면 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{folder} is no folder. Nothing was changed.</source>
        <translation>{folder}: 폴더가 아닙니다. 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>Photos are still in {folder}: it was not moved. Nothing was changed.</source>
        <translation>{folder} 폴더에 아직 사진이 있습니다. 옮긴 폴더가 아닙니다. 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>No models are installed yet. Install them with: photoface models install</source>
        <translation>아직 설치된 모델이 없습니다. 설치하려면: photoface models install</translation>
    </message>
    <message>
        <source>No models are installed. Type: photoface models install</source>
        <translation>설치된 모델이 없습니다. 설치하려면: photoface models install</translation>
    </message>
    <message>
        <source>This library works with the models “{name}”, which are not installed. Install them with: photoface models install {same}   (names and faces are kept; other models: photoface models use)</source>
        <translation>이 라이브러리에서 쓰는 모델 ‘{name}’ 파일이 설치되어 있지 않습니다. 설치하려면: photoface models install {same}   (이름과 얼굴은 보관됩니다. 다른 모델을 쓰려면: photoface models use)</translation>
    </message>
    <message>
        <source>Nobody has measured {name} yet, so photoface cannot know when two of its faces are one person. Faces are kept; to group them choose a measured pack: photoface models use PACK</source>
        <translation>아직 측정되지 않은 모델입니다: {name}. 두 얼굴이 같은 사람인지 알 수 없습니다. 얼굴은 보관됩니다. 묶으려면 측정된 모델을 선택하세요: photoface models use PACK</translation>
    </message>
    <message>
        <source>{name} is not installed; nothing was changed. Type: photoface models install {pack}</source>
        <translation>설치되지 않았습니다: {name}. 바뀐 것은 없습니다. 설치하려면: photoface models install {pack}</translation>
    </message>
    <message>
        <source>The model {name} is not installed. {mend}</source>
        <translation>모델이 설치되지 않았습니다: {name}. {mend}</translation>
    </message>
    <message>
        <source>{file} has changed since it was installed; it is not used. {mend}</source>
        <translation>설치한 뒤에 바뀐 파일이라 사용하지 않습니다: {file}. {mend}</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}). {mend}</source>
        <translation>읽을 수 없습니다: {file} ({reason}). {mend}</translation>
    </message>
    <message>
        <source>Type: photoface models install</source>
        <translation>설치하려면: photoface models install</translation>
    </message>
    <message>
        <source>Type: photoface models install {name}</source>
        <translation>설치하려면: photoface models install {name}</translation>
    </message>
    <message>
        <source>Bring it again: photoface models import FILE --name {name}</source>
        <translation>다시 가져오려면: photoface models import FILE --name {name}</translation>
    </message>
    <message>
        <source>{file} is damaged; `photoface models install` mends it.</source>
        <translation>손상된 파일입니다: {file}. 고치려면: photoface models install</translation>
    </message>
    <message>
        <source>a model file cannot be loaded ({text}); install it again: photoface models install</source>
        <translation>모델 파일을 불러올 수 없습니다({text}). 다시 설치하세요: photoface models install</translation>
    </message>
    <message>
        <source>There is no model called {name}. There are: {choices}.</source>
        <translation>없는 모델입니다: {name}. 있는 모델: {choices}.</translation>
    </message>
    <message>
        <source>There is no pack called {name}. There are: {choices}; or DETECTOR+EMBEDDER.</source>
        <translation>없는 모델 묶음입니다: {name}. 있는 묶음: {choices}, 또는 DETECTOR+EMBEDDER.</translation>
    </message>
    <message>
        <source>There is no pack or model called {name}. There are: {choices}.</source>
        <translation>없는 모델이나 묶음입니다: {name}. 있는 것: {choices}.</translation>
    </message>
    <message>
        <source>{name} was imported from a file; import that file again.</source>
        <translation>파일에서 가져온 모델입니다: {name}. 그 파일을 다시 가져오세요.</translation>
    </message>
    <message>
        <source>No models can be had now: {whys}. Connect this computer to a network and type again: photoface models install. Without a network: put {file} into a folder and type: photoface models install {name} --mirror FOLDER</source>
        <translation>지금은 모델을 받을 수 없습니다: {whys}. 네트워크에 연결하고 다시 시도하세요: photoface models install. 네트워크가 없다면 다음 파일을 폴더에 넣고({file}) 실행하세요: photoface models install {name} --mirror FOLDER</translation>
    </message>
    <message>
        <source>{file} of {name} cannot be had: {whys}. What was installed stays. Try again with a network, or put that file into a folder and type: photoface models install {model} --mirror FOLDER</source>
        <translation>{name} 파일을 받을 수 없습니다: {file} ({whys}). 설치된 것은 그대로입니다. 네트워크에 연결하고 다시 시도하거나, 파일을 폴더에 넣고 실행하세요: photoface models install {model} --mirror FOLDER</translation>
    </message>
    <message>
        <source>{file} has no source</source>
        <translation>{file}: 받을 곳이 없음</translation>
    </message>
    <message>
        <source>it has no source</source>
        <translation>받을 곳이 없음</translation>
    </message>
    <message>
        <source>{file} changed while it was read; nothing was installed. Try again.</source>
        <translation>읽는 동안 바뀌었습니다: {file}. 아무것도 설치하지 않았습니다. 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{name} does not work on this computer: its embeddings are too far from the exact ones (cosine {number}, {count} is needed). Nothing was installed; install {other} instead.</source>
        <translation>이 컴퓨터에서는 작동하지 않는 모델입니다: {name}. 결과가 정확한 값과 너무 다릅니다(코사인 {number}, 필요한 값 {count}). 아무것도 설치하지 않았습니다. 대신 설치하세요: {other}.</translation>
    </message>
    <message>
        <source>Models cannot be put into {folder} ({reason}). Set PHOTOFACE_MODELS to another folder.</source>
        <translation>모델을 넣을 수 없습니다: {folder} ({reason}). PHOTOFACE_MODELS를 다른 폴더로 지정하세요.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full. Nothing was left behind, what was installed stays; make room and try again.</source>
        <translation>디스크가 가득 찼습니다: {folder}. 남은 찌꺼기는 없고 설치된 것은 그대로입니다. 공간을 확보하고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Another program is installing models into {folder}; wait until it has finished.</source>
        <translation>다른 프로그램이 모델을 설치하고 있습니다: {folder}. 끝날 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>the package {name} {version}</source>
        <translation>패키지 {name} {version}</translation>
    </message>
    <message>
        <source>{source} cannot be reached ({reason})</source>
        <translation>{source}: 연결할 수 없음({reason})</translation>
    </message>
    <message>
        <source>{source} did not answer for {number} s</source>
        <translation>{source}: {number}초 동안 응답 없음</translation>
    </message>
    <message>
        <source>{source} did not answer within {number} s</source>
        <translation>{source}: {number}초 안에 응답 없음</translation>
    </message>
    <message>
        <source>{source} answers {number} {text}</source>
        <translation>{source}: {number} {text} 응답</translation>
    </message>
    <message>
        <source>{source} gives a file of {number} bytes under this name</source>
        <translation>{source}: 이 이름의 파일이 {number}바이트임</translation>
    </message>
    <message>
        <source>{source} goes on at the wrong place after a cut</source>
        <translation>{source}: 끊긴 뒤 잘못된 위치에서 이어짐</translation>
    </message>
    <message>
        <source>{source} gives another file under the name {file}: its sha256 is not the one that was measured</source>
        <translation>{source}: {file} 이름의 다른 파일임(sha256이 다름)</translation>
    </message>
    <message>
        <source>{source} gives another file under the name {file}: it is too large</source>
        <translation>{source}: {file} 이름의 다른 파일임(너무 큼)</translation>
    </message>
    <message>
        <source>{source} has no file {file}</source>
        <translation>{source}: {file} 파일이 없음</translation>
    </message>
    <message>
        <source>{source} has a file {file} that cannot be read ({reason})</source>
        <translation>{source}: {file} 파일을 읽을 수 없음({reason})</translation>
    </message>
    <message>
        <source>{source} holds no usable {file}</source>
        <translation>{source}: 쓸 수 있는 {file} 파일이 없음</translation>
    </message>
    <message>
        <source>{source} is not among the versions that pip can reach</source>
        <translation>{source}: pip으로 받을 수 있는 버전이 아님</translation>
    </message>
    <message>
        <source>{source} was downloaded, but is another archive</source>
        <translation>{source}: 받았지만 다른 파일임</translation>
    </message>
    <message>
        <source>{source} cannot be had; pip says: {text}</source>
        <translation>{source}: 받을 수 없음. pip 메시지: {text}</translation>
    </message>
    <message>
        <source>{source} needs pip, which this Python does not have</source>
        <translation>{source}: pip이 필요하지만 이 Python에 없음</translation>
    </message>
    <message>
        <source>There is no setting {name}. There are: {choices}.</source>
        <translation>없는 설정입니다: {name}. 있는 설정: {choices}.</translation>
    </message>
    <message>
        <source>{text} is no value for {name}; it takes {choices}. Nothing was changed.</source>
        <translation>{name} 설정에 쓸 수 없는 값입니다: {text}. 쓸 수 있는 값: {choices}. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>The process that computes died (out of memory?). Photos, faces and names are safe; close other programs and try again.</source>
        <translation>계산하던 프로세스가 멈췄습니다(메모리 부족?). 사진, 얼굴, 이름은 안전합니다. 다른 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The process that reads photos cannot run on this computer: {why}, {count} times. What was read before is kept. Check the models: photoface models verify</source>
        <translation>이 컴퓨터에서 사진을 읽는 프로세스를 실행할 수 없습니다: {why}, {count}회. 이미 읽은 것은 보관됩니다. 모델을 확인하세요: photoface models verify</translation>
    </message>
    <message>
        <source>CenterFace with the dlib and the 0095 embedder joined: the fewest errors, twice the work for each face</source>
        <translation>CenterFace와 dlib·0095 임베더 결합: 오류가 가장 적지만 얼굴마다 두 배의 작업이 필요함</translation>
    </message>
    <message>
        <source>CenterFace with the 0095 embedder</source>
        <translation>CenterFace와 0095 임베더</translation>
    </message>
    <message>
        <source>as standard but faster: the 0095 embedder in 8 bits takes little more than half the time</source>
        <translation>standard와 같지만 더 빠름: 8비트 0095 임베더로 시간이 절반 남짓</translation>
    </message>
    <message>
        <source>CenterFace with the dlib embedder: reachable wherever Python packages are</source>
        <translation>CenterFace와 dlib 임베더: Python 패키지를 받을 수 있으면 어디서나 설치 가능</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>권한 없음</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>파일이나 폴더가 없음</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>디스크 공간 부족</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>읽기 전용 파일 시스템</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>입출력 오류</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>폴더임</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>폴더가 아님</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>파일이 이미 있음</translation>
    </message>
    <message>
        <source>Name or service not known</source>
        <translation>알 수 없는 주소</translation>
    </message>
    <message>
        <source>Temporary failure in name resolution</source>
        <translation>주소를 찾을 수 없음</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>연결 거부됨</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>네트워크에 연결할 수 없음</translation>
    </message>
    <message>
        <source>{file}: {why}</source>
        <translation>{file}: {why}</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>빈 파일</translation>
    </message>
    <message>
        <source>{kind}, which photoface cannot read</source>
        <translation>photoface가 읽을 수 없는 형식: {kind}</translation>
    </message>
    <message>
        <source>two groups: one person</source>
        <translation>두 그룹: 같은 인물</translation>
    </message>
    <message>
        <source>two groups: different people</source>
        <translation>두 그룹: 다른 인물</translation>
    </message>
    <message>
        <source>The library {folder} is damaged ({why}). Nothing was written; a snapshot helps.</source>
        <translation>라이브러리 {folder} 손상됨({why}). 아무것도 쓰지 않았습니다. 스냅샷으로 복구할 수 있습니다.</translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation>JPEG 2000 사진</translation>
    </message>
    <message>
        <source>a Photoshop document</source>
        <translation>Photoshop 문서</translation>
    </message>
    <message>
        <source>a camera&apos;s raw file</source>
        <translation>카메라 RAW 파일</translation>
    </message>
    <message>
        <source>a camera&apos;s raw file that holds no picture which could be shown</source>
        <translation>표시할 수 있는 사진이 들어 있지 않은 카메라 RAW 파일</translation>
    </message>
    <message>
        <source>a camera&apos;s raw file of a kind that photoface does not know</source>
        <translation>photoface가 모르는 종류의 카메라 RAW 파일</translation>
    </message>
    <message>
        <source>a camera&apos;s raw file that is damaged or cut short</source>
        <translation>손상되었거나 잘린 카메라 RAW 파일</translation>
    </message>
    <message>
        <source>pause {name}</source>
        <translation>일시 정지: {name}</translation>
    </message>
    <message>
        <source>{name} is paused</source>
        <translation>일시 정지했습니다: {name}</translation>
    </message>
    <message>
        <source>resume {name}</source>
        <translation>다시 시작: {name}</translation>
    </message>
    <message>
        <source>{name} is looked at again</source>
        <translation>다시 살펴봅니다: {name}</translation>
    </message>
    <message>
        <source>user</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>this is no contacts.xml of Picasa: {text}</source>
        <translation>Picasa의 contacts.xml 파일이 아님: {text}</translation>
    </message>
    <message>
        <source>import {source}</source>
        <translation>가져오기({source})</translation>
    </message>
    <message>
        <source>MWG region</source>
        <translation>얼굴 영역(MWG)</translation>
    </message>
    <message>
        <source>Microsoft region</source>
        <translation>얼굴 영역(Microsoft)</translation>
    </message>
    <message>
        <source>PersonInImage</source>
        <translation>인물 항목(PersonInImage)</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>키워드</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>폴더 이름</translation>
    </message>
    <message>
        <source>{folder} and {name} are inside one another. Nothing was changed.</source>
        <translation>두 폴더가 서로의 안에 있습니다: {folder}, {name}. 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>Files in {folder} are known already, and names have followed them. Remove {name} instead: names are kept. Nothing was changed.</source>
        <translation>{folder} 폴더의 파일은 이미 알고 있으며 이름도 따라왔습니다. 대신 {name} 폴더를 제거하세요. 이름은 유지됩니다. 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>{count} of {number} files of {name} are in {folder}, so it is not taken for that folder. Nothing was changed.</source>
        <translation>{name} 폴더의 파일 {number}개 중 {count}개만 {folder} 폴더에 있어 같은 폴더로 보지 않습니다. 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>a JPEG XL picture (what reads them does not exist for this kind of computer)</source>
        <translation>JPEG XL 사진(이 종류의 컴퓨터에는 읽는 프로그램이 없음)</translation>
    </message>
    <message>
        <source>a TIFF picture of a rare kind</source>
        <translation>드문 형식의 TIFF 사진</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 문서</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>SVG 그림</translation>
    </message>
    <message>
        <source>a film</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>damaged or cut short: not even the size of the picture can be read</source>
        <translation>손상되었거나 잘림: 사진 크기도 읽을 수 없음</translation>
    </message>
    <message>
        <source>damaged or cut short: nothing of the picture can be shown</source>
        <translation>손상되었거나 잘림: 사진을 전혀 표시할 수 없음</translation>
    </message>
    <message>
        <source>not a picture that photoface can read (it reads {choices})</source>
        <translation>photoface가 읽을 수 있는 사진이 아님(읽을 수 있는 형식: {choices})</translation>
    </message>
    <message>
        <source>pictures of this kind are not read by this version</source>
        <translation>이 버전에서 읽지 않는 형식의 사진</translation>
    </message>
    <message>
        <source>too large: {width} x {height} pixels, and photoface reads such pictures up to {count} million pixels</source>
        <translation>너무 큼: {width} x {height} 픽셀. 이런 사진은 {count}백만 픽셀까지 읽음</translation>
    </message>
    <message>
        <source>too large: {width} x {height} pixels, and photoface reads {name} pictures up to {count} million pixels</source>
        <translation>너무 큼: {width} x {height} 픽셀. {name} 사진은 {count}백만 픽셀까지 읽음</translation>
    </message>
    <message>
        <source>too large: {size} MB, and photoface reads pictures that are stored in this old way up to {count} MB</source>
        <translation>너무 큼: {size} MB. 오래된 방식으로 저장된 사진은 {count} MB까지 읽음</translation>
    </message>
    <message>
        <source>too large: {size} GB, no photo is</source>
        <translation>너무 큼: {size} GB. 이런 크기의 사진은 없음</translation>
    </message>
    <message>
        <source>too large for the memory of this computer</source>
        <translation>이 컴퓨터의 메모리에 비해 너무 큼</translation>
    </message>
    <message>
        <source>it draws {number} pixels {count} times over, which no photo does</source>
        <translation>{number}픽셀을 {count}번 겹쳐 그림. 정상적인 사진이 아님</translation>
    </message>
    <message>
        <source>it is a folder, not a file</source>
        <translation>파일이 아니라 폴더임</translation>
    </message>
    <message>
        <source>it is a pipe, not a file</source>
        <translation>파일이 아니라 파이프임</translation>
    </message>
    <message>
        <source>it is a socket, not a file</source>
        <translation>파일이 아니라 소켓임</translation>
    </message>
    <message>
        <source>it is a device, not a file</source>
        <translation>파일이 아니라 장치임</translation>
    </message>
    <message>
        <source>it is not there any more</source>
        <translation>더 이상 없음</translation>
    </message>
    <message>
        <source>there is no permission to read it</source>
        <translation>읽을 권한이 없음</translation>
    </message>
    <message>
        <source>the disk could not read it ({reason})</source>
        <translation>디스크에서 읽지 못함({reason})</translation>
    </message>
    <message>
        <source>this folder cannot be listed ({reason})</source>
        <translation>이 폴더의 목록을 볼 수 없음({reason})</translation>
    </message>
    <message>
        <source>this folder may not be opened; allow reading it and index again</source>
        <translation>이 폴더를 열 권한이 없음. 읽기를 허용하고 다시 색인하세요</translation>
    </message>
    <message>
        <source>this folder went away while it was being read</source>
        <translation>읽는 동안 폴더가 사라짐</translation>
    </message>
    <message>
        <source>reading it ended the reading process ({why})</source>
        <translation>읽다가 프로세스가 종료됨({why})</translation>
    </message>
    <message>
        <source>reading it took more than {number} seconds</source>
        <translation>읽는 데 {number}초가 넘게 걸림</translation>
    </message>
    <message>
        <source>it took more memory than any photo needs</source>
        <translation>사진에 필요한 것보다 많은 메모리를 씀</translation>
    </message>
    <message>
        <source>it did not begin within {number} seconds</source>
        <translation>{number}초 안에 시작되지 않음</translation>
    </message>
    <message>
        <source>killed by signal {number} ({name})</source>
        <translation>신호 {number} ({name})로 종료됨</translation>
    </message>
    <message>
        <source>ended with code {number}</source>
        <translation>코드 {number}, 비정상 종료</translation>
    </message>
    <message>
        <source>photoface failed on it ({text})</source>
        <translation>photoface 오류({text})</translation>
    </message>
    <message numerus="yes">
        <source>name %Ln face(s) {name}</source>
        <translation>
            <numerusform>얼굴 %Ln개에 이름 붙이기: {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>name %Ln face(s) {name}, {count} not</source>
        <translation>
            <numerusform>얼굴 %Ln개에 이름 붙이기: {name}, {count}개는 아님</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>name %Ln face(s) of group {number} {name}</source>
        <translation>
            <numerusform>그룹 {number}의 얼굴 %Ln개에 이름 붙이기: {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>name %Ln face(s) of {groups} {name}</source>
        <translation>
            <numerusform>{groups}의 얼굴 %Ln개에 이름 붙이기: {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>named %Ln face(s) {name}</source>
        <translation>
            <numerusform>얼굴 %Ln개에 이름을 붙였습니다: {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>named %Ln face(s) of {groups} {name}</source>
        <translation>
            <numerusform>{groups}의 얼굴 %Ln개에 이름을 붙였습니다: {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>rename {name} to {other}</source>
        <translation>이름 바꾸기: {name} → {other}</translation>
    </message>
    <message>
        <source>renamed {name} to {other}</source>
        <translation>이름을 바꿨습니다: {name} → {other}</translation>
    </message>
    <message>
        <source>merge {name} into {other}</source>
        <translation>합치기: {name} → {other}</translation>
    </message>
    <message>
        <source>merged {name} into {other}: {faces}</source>
        <translation>합쳤습니다: {name} → {other}, {faces}</translation>
    </message>
    <message>
        <source>merge group {number} into group {target}</source>
        <translation>그룹 합치기: {number} → {target}</translation>
    </message>
    <message numerus="yes">
        <source>merged group {number} into group {target}: %Ln face(s) joined {count}</source>
        <translation>
            <numerusform>그룹을 합쳤습니다: {number} → {target}, 얼굴 %Ln개가 {count}개에 더해짐</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>assign %Ln face(s) to {name}</source>
        <translation>
            <numerusform>얼굴 %Ln개를 {name} 얼굴로 지정</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s) confirmed as {name}</source>
        <translation>
            <numerusform>얼굴 %Ln개를 {name} 얼굴로 확정했습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>confirm %Ln face(s) as {name}</source>
        <translation>
            <numerusform>얼굴 %Ln개를 {name} 얼굴로 확정</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>confirmed %Ln face(s) as {name}</source>
        <translation>
            <numerusform>얼굴 %Ln개를 {name} 얼굴로 확정했습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s): not {name}</source>
        <translation>
            <numerusform>얼굴 %Ln개: {name} 아님</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s) may be {name} after all</source>
        <translation>
            <numerusform>얼굴 %Ln개: {name} 얼굴일 수도 있음</numerusform>
        </translation>
    </message>
    <message>
        <source>group {number} and group {target}: different people</source>
        <translation>그룹 {number}, 그룹 {target}: 다른 사람</translation>
    </message>
    <message>
        <source>{name} and {other}: different people</source>
        <translation>{name}, {other}: 다른 사람</translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s) and {faces}: different people</source>
        <translation>
            <numerusform>얼굴 %Ln개와 {faces}: 다른 인물</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s) and {faces}: one person</source>
        <translation>
            <numerusform>얼굴 %Ln개와 {faces}: 같은 인물</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>merged: %Ln face(s) joined {count}</source>
        <translation>
            <numerusform>합침: 얼굴 %Ln개를 {count}개와 합침</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s) confirmed as {name}, {count} not</source>
        <translation>
            <numerusform>얼굴 %Ln개를 {name} 얼굴로 확정, {count}개는 아님</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s) may be one person after all</source>
        <translation>
            <numerusform>얼굴 %Ln개: 같은 사람일 수도 있음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s) need not be one person after all</source>
        <translation>
            <numerusform>얼굴 %Ln개: 같은 사람이 아닐 수도 있음</numerusform>
        </translation>
    </message>
    <message>
        <source>undone: {what}</source>
        <translation>실행 취소됨: {what}</translation>
    </message>
    <message numerus="yes">
        <source>split off %Ln face(s)</source>
        <translation>
            <numerusform>얼굴 %Ln개 떼어 내기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>split off %Ln face(s) into group {number}</source>
        <translation>
            <numerusform>얼굴 %Ln개를 떼어 냈습니다: 그룹 {number}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>split off %Ln face(s) into {groups}</source>
        <translation>
            <numerusform>얼굴 %Ln개 떼어 내기: {groups}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s) ignored</source>
        <translation>
            <numerusform>얼굴 %Ln개 무시</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s): no strangers</source>
        <translation>
            <numerusform>얼굴 %Ln개: 모르는 사람 아님</numerusform>
        </translation>
    </message>
    <message>
        <source>not sure: asked about one by one</source>
        <translation>모르겠음: 하나씩 물어봄</translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s) marked as not a face</source>
        <translation>
            <numerusform>얼굴 %Ln개를 얼굴 아님으로 표시</numerusform>
        </translation>
    </message>
    <message>
        <source>hide {name}</source>
        <translation>{name} 숨기기</translation>
    </message>
    <message>
        <source>show {name}</source>
        <translation>{name} 다시 표시</translation>
    </message>
    <message>
        <source>{name} hidden</source>
        <translation>숨겼습니다: {name}</translation>
    </message>
    <message>
        <source>{name} shown again</source>
        <translation>다시 표시했습니다: {name}</translation>
    </message>
    <message numerus="yes">
        <source>hide %Ln people</source>
        <translation>
            <numerusform>인물 %Ln명 숨기기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>show %Ln people</source>
        <translation>
            <numerusform>인물 %Ln명 다시 표시</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people hidden</source>
        <translation>
            <numerusform>인물 %Ln명을 숨겼습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people shown again</source>
        <translation>
            <numerusform>인물 %Ln명을 다시 표시했습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hide %Ln group(s) with {faces}</source>
        <translation>
            <numerusform>그룹 %Ln개 숨기기({faces})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) with {faces} hidden</source>
        <translation>
            <numerusform>그룹 %Ln개를 숨겼습니다({faces})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bring back %Ln face(s)</source>
        <translation>
            <numerusform>얼굴 %Ln개 되돌리기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s) brought back</source>
        <translation>
            <numerusform>얼굴 %Ln개를 되돌렸습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>another cover for {name}</source>
        <translation>{name} 대표 얼굴 바꾸기</translation>
    </message>
    <message>
        <source>this face stands for {name} now</source>
        <translation>{name} 대표 얼굴로 정했습니다</translation>
    </message>
    <message>
        <source>birth date and notes of {name}</source>
        <translation>{name} 생년월일과 메모</translation>
    </message>
    <message>
        <source>add {name} to the favourites</source>
        <translation>{name} 즐겨찾기에 추가</translation>
    </message>
    <message numerus="yes">
        <source>add %Ln people to the favourites</source>
        <translation>
            <numerusform>인물 %Ln명 즐겨찾기에 추가</numerusform>
        </translation>
    </message>
    <message>
        <source>take {name} from the favourites</source>
        <translation>{name} 즐겨찾기에서 제거</translation>
    </message>
    <message numerus="yes">
        <source>take %Ln people from the favourites</source>
        <translation>
            <numerusform>인물 %Ln명 즐겨찾기에서 제거</numerusform>
        </translation>
    </message>
    <message>
        <source>noted of {name}</source>
        <translation>{name} 생년월일과 메모를 저장했습니다</translation>
    </message>
    <message>
        <source>not sure: asked again when there are more faces</source>
        <translation>모르겠음: 얼굴이 더 모이면 다시 묻기</translation>
    </message>
    <message>
        <source>not sure: you will be asked again when there are more faces</source>
        <translation>모르겠음: 얼굴이 더 모이면 다시 묻겠습니다</translation>
    </message>
    <message>
        <source>draw a box around 1 face</source>
        <translation>얼굴 1개에 상자 그리기</translation>
    </message>
    <message>
        <source>a box drawn around 1 face</source>
        <translation>얼굴 1개에 상자를 그렸습니다</translation>
    </message>
    <message>
        <source>draw a box around 1 face: {name}</source>
        <translation>얼굴 1개에 상자 그리기: {name}</translation>
    </message>
    <message>
        <source>a box drawn around 1 face: {name}</source>
        <translation>얼굴 1개에 상자를 그림: {name}</translation>
    </message>
    <message>
        <source>move the box of 1 face</source>
        <translation>얼굴 1개의 상자 옮기기</translation>
    </message>
    <message>
        <source>the box of 1 face moved</source>
        <translation>얼굴 1개의 상자를 옮겼습니다</translation>
    </message>
    <message>
        <source>remove the box of 1 face</source>
        <translation>얼굴 1개의 상자 지우기</translation>
    </message>
    <message>
        <source>the box of 1 face removed</source>
        <translation>얼굴 1개의 상자를 지웠습니다</translation>
    </message>
    <message>
        <source>1 photo is a mirror or collage</source>
        <translation>사진 1장은 거울이나 콜라주</translation>
    </message>
    <message>
        <source>1 photo is no mirror or collage</source>
        <translation>사진 1장은 거울이나 콜라주가 아님</translation>
    </message>
    <message>
        <source>save the search {name}</source>
        <translation>검색 저장: {name}</translation>
    </message>
    <message>
        <source>the search {name} is saved</source>
        <translation>검색을 저장했습니다: {name}</translation>
    </message>
    <message>
        <source>rename the search {name} to {other}</source>
        <translation>검색 이름 바꾸기: {name} → {other}</translation>
    </message>
    <message>
        <source>the search {name} is called {other} now</source>
        <translation>검색 이름을 바꿨습니다: {name} → {other}</translation>
    </message>
    <message>
        <source>delete the search {name}</source>
        <translation>검색 삭제: {name}</translation>
    </message>
    <message>
        <source>the search {name} is deleted</source>
        <translation>검색을 삭제했습니다: {name}</translation>
    </message>
    <message>
        <source>leave out {name}</source>
        <translation>제외: {name}</translation>
    </message>
    <message>
        <source>leave nothing out</source>
        <translation>제외 항목 없음</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) are different ones</source>
        <translation>
            <numerusform>사진 %Ln장은 서로 다른 사진</numerusform>
        </translation>
    </message>
    <message>
        <source>1 photo is a different one</source>
        <translation>사진 1장은 다른 사진</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) taken {date}</source>
        <translation>
            <numerusform>사진 %Ln장의 날짜: {date}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>dates of %Ln photo(s) as their files say</source>
        <translation>
            <numerusform>사진 %Ln장의 날짜를 파일대로</numerusform>
        </translation>
    </message>
    <message>
        <source>stop indexing {name}</source>
        <translation>색인 중지: {name}</translation>
    </message>
    <message>
        <source>{name} is no longer indexed</source>
        <translation>더 이상 색인하지 않습니다: {name}</translation>
    </message>
    <message>
        <source>{name} is at {other} now</source>
        <translation>{name} 위치가 지금은 {other}</translation>
    </message>
    <message>
        <source>use the models {name}</source>
        <translation>모델 사용: {name}</translation>
    </message>
    <message>
        <source>the library works with {name} now</source>
        <translation>이제 라이브러리에서 이 모델을 사용합니다: {name}</translation>
    </message>
    <message numerus="yes">
        <source>re-cluster ({how}, {share} wrong): %Ln undecided face(s) move</source>
        <translation>
            <numerusform>다시 묶기({how}, 오류 {share}): 결정하지 않은 얼굴 %Ln개 이동</numerusform>
        </translation>
    </message>
    <message>
        <source>average</source>
        <translation>평균 연결</translation>
    </message>
    <message>
        <source>dbscan</source>
        <translation>DBSCAN</translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation>
            <numerusform>얼굴 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>그룹 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>사진 %Ln장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>인물 %Ln명</numerusform>
        </translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>인물 1명</translation>
    </message>
    <message>
        <source>before a merge</source>
        <translation>합치기 전</translation>
    </message>
    <message>
        <source>before a re clustering</source>
        <translation>다시 묶기 전</translation>
    </message>
    <message>
        <source>before schema {number}</source>
        <translation>데이터 형식 {number} 적용 전</translation>
    </message>
    <message>
        <source>before restore</source>
        <translation>복원 전</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>직접 만듦</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>This group holds faces of {name}; nothing was changed. Rename that person, or say of the faces who they are.</source>
        <translation>이 그룹에는 {name} 인물의 얼굴이 있습니다. 아무것도 바뀌지 않았습니다. 그 인물의 이름을 바꾸거나, 얼굴이 누구인지 말해 주세요.</translation>
    </message>
    <message>
        <source>This group is not there any more.</source>
        <translation>이 그룹은 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>it is {name}&apos;s already; nothing was changed</source>
        <translation>이미 {name} 인물의 것입니다. 아무것도 바뀌지 않았습니다</translation>
    </message>
    <message>
        <source>it is one group already; nothing was changed</source>
        <translation>이미 한 그룹입니다. 아무것도 바뀌지 않았습니다</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>설정 페이지</translation>
    </message>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>얼굴 인식</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
</context>
<context>
    <name>SettlePage</name>
    <message>
        <source>Names to settle</source>
        <translation>정리할 이름</translation>
    </message>
    <message>
        <source>Names that files told and that stand against your decisions would be here.</source>
        <translation>파일에서 가져온 이름이 직접 내린 결정과 어긋나면 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Nothing to settle</source>
        <translation>정리할 이름이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>대기 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is right</source>
        <translation>파일이 맞음</translation>
    </message>
    <message>
        <source>The library is right</source>
        <translation>라이브러리가 맞음</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>The question before</source>
        <translation>이전 질문</translation>
    </message>
    <message>
        <source>Show the photo</source>
        <translation>사진 보기</translation>
    </message>
    <message>
        <source>The library is right in all of them</source>
        <translation>모두 라이브러리가 맞음</translation>
    </message>
    <message>
        <source>The file says that {name} is in this photo, and not where.</source>
        <translation>파일에 따르면 이 사진에 있는 인물: {name}. 위치는 나와 있지 않습니다.</translation>
    </message>
    <message>
        <source>The file says that this is {name}.</source>
        <translation>파일에 따르면 이 얼굴은 {name}입니다.</translation>
    </message>
    <message>
        <source>You said that this face needs no name.</source>
        <translation>이름이 필요 없는 얼굴이라고 했습니다.</translation>
    </message>
    <message>
        <source>You said that this is not {name}.</source>
        <translation>{name} 아님으로 표시한 얼굴입니다.</translation>
    </message>
    <message>
        <source>Files name two people at this place.</source>
        <translation>파일마다 이 자리에 서로 다른 두 사람의 이름이 있습니다.</translation>
    </message>
    <message>
        <source>Several people are called {name} here. Which one is it?</source>
        <translation>이름이 같은 인물이 여럿입니다: {name}. 누구인가요?</translation>
    </message>
    <message>
        <source>Which of these faces is it?</source>
        <translation>어느 얼굴인가요?</translation>
    </message>
    <message>
        <source>No face here waits for a name.</source>
        <translation>이 사진에는 이름을 기다리는 얼굴이 없습니다.</translation>
    </message>
    <message>
        <source>You said that this is {name}.</source>
        <translation>{name} 얼굴이라고 했습니다.</translation>
    </message>
    <message>
        <source>You decided otherwise.</source>
        <translation>다르게 결정했습니다.</translation>
    </message>
    <message>
        <source>Told by: {what}</source>
        <translation>출처: {what}</translation>
    </message>
    <message>
        <source>The file is right: {name}</source>
        <translation>파일이 맞음: {name}</translation>
    </message>
    <message>
        <source>The library is right: {name}</source>
        <translation>라이브러리가 맞음: {name}</translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>{name} 아님</translation>
    </message>
</context>
<context>
    <name>SharesModel</name>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>새 인물</translation>
    </message>
    <message>
        <source>new here</source>
        <translation>여기에 없던 인물</translation>
    </message>
    <message>
        <source>known here</source>
        <translation>이미 있는 인물</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) drawn new</source>
        <translation>
            <numerusform>새로 그린 상자 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) in their place</source>
        <translation>
            <numerusform>제자리에 있는 얼굴 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>The models that find faces are missing: photos cannot be read until they are installed.</source>
        <translation>얼굴을 찾는 모델이 없습니다. 설치해야 사진을 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Install …</source>
        <translation>설치…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>대기 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split automatically</source>
        <translation>자동으로 나누기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>떼어 내기</translation>
    </message>
    <message>
        <source>Looking at these faces alone …</source>
        <translation>이 얼굴들만 살펴보는 중…</translation>
    </message>
    <message>
        <source>How strict</source>
        <translation>엄격한 정도</translation>
    </message>
    <message>
        <source>The parts</source>
        <translation>나뉜 묶음</translation>
    </message>
    <message>
        <source>looser</source>
        <translation>느슨하게</translation>
    </message>
    <message>
        <source>stricter</source>
        <translation>엄격하게</translation>
    </message>
    <message>
        <source>Even the strictest grouping keeps these faces together: there is nothing to split.</source>
        <translation>가장 엄격하게 묶어도 모두 같은 사람입니다. 나눌 것이 없습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>These faces look like several people. Tick who is to leave; the first part stays.</source>
        <translation>여러 사람의 얼굴로 보입니다. 떼어 낼 묶음을 체크하세요. 첫 묶음은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>about 1 wrong face in {number}</source>
        <translation>얼굴 {number}개 중 약 1개 오류</translation>
    </message>
    <message numerus="yes">
        <source>Also take %n face(s) that you confirmed or named</source>
        <translation>
            <numerusform>직접 확정하거나 이름 붙인 얼굴 %n개도 포함</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>into %n group(s)</source>
        <translation>
            <numerusform>그룹 %n개로</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split off %n face(s) {into}</source>
        <translation>
            <numerusform>얼굴 %n개를 {into} 떼어 내기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them confirmed or named</source>
        <translation>
            <numerusform>그중 %n개는 확정했거나 이름 붙임</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) stay</source>
        <translation>
            <numerusform>얼굴 %n개 유지</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) leave for a group of their own</source>
        <translation>
            <numerusform>얼굴 %n개 떼어 냄</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message numerus="yes">
        <source>%Ln guess(es) to confirm</source>
        <translation>
            <numerusform>확정할 제안 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) of groups that may be one person</source>
        <translation>
            <numerusform>같은 인물일 수 있는 그룹 %Ln쌍</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contradiction(s)</source>
        <translation>
            <numerusform>어긋난 결정 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) from files to settle</source>
        <translation>
            <numerusform>정리할 파일 속 이름 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>This contradicts what was decided before. Both are kept; see “Contradictions”.</source>
        <translation>이전 결정과 어긋납니다. 양쪽 모두 보관됩니다. ‘어긋난 결정’에서 확인하세요.</translation>
    </message>
</context>
<context>
    <name>StepPreview</name>
    <message>
        <source>Undoing it would change</source>
        <translation>취소하면 바뀌는 것</translation>
    </message>
    <message>
        <source>Faces it was about</source>
        <translation>관련 얼굴</translation>
    </message>
    <message>
        <source>Undo this decision</source>
        <translation>이 결정 취소</translation>
    </message>
    <message>
        <source>by {author}</source>
        <translation>결정: {author}</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrangersDialog</name>
    <message>
        <source>Hide strangers</source>
        <translation>모르는 사람 숨기기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <source>Nobody asks about hidden faces again, and no grouping brings them back. It is one step in the history and can be undone.</source>
        <translation>숨긴 얼굴은 다시 묻지 않으며, 다시 묶어도 돌아오지 않습니다. 기록에 한 단계로 남아 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Groups with fewer faces than</source>
        <translation>얼굴이 이보다 적은 그룹</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide %n group(s) with {faces}</source>
        <translation>
            <numerusform>그룹 %n개 숨기기({faces})</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Strictness</name>
    <message>
        <source>How strict groups are …</source>
        <translation>그룹 엄격도…</translation>
    </message>
    <message>
        <source>See what stricter or looser groups would join or part, before anything changes</source>
        <translation>그룹을 더 엄격하거나 느슨하게 하면 무엇이 합쳐지고 나뉠지 미리 봅니다</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
</context>
<context>
    <name>StrictnessDialog</name>
    <message>
        <source>How strict groups are</source>
        <translation>그룹 엄격도</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>고급</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Looking what would change …</source>
        <translation>무엇이 바뀔지 살펴보는 중…</translation>
    </message>
    <message>
        <source>Move the handle: who would join or part is shown here, before anything changes.</source>
        <translation>손잡이를 움직이면 누가 합쳐지거나 나뉠지 바뀌기 전에 여기에 표시됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) join another</source>
        <translation>
            <numerusform>그룹 %n개가 다른 그룹과 합쳐짐</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) part</source>
        <translation>
            <numerusform>그룹 %n개가 나뉨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) find a group</source>
        <translation>
            <numerusform>얼굴 %n개가 그룹에 들어감</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) lose theirs</source>
        <translation>
            <numerusform>얼굴 %n개가 그룹에서 빠짐</numerusform>
        </translation>
    </message>
    <message>
        <source>The groups stay as they are.</source>
        <translation>그룹은 그대로입니다.</translation>
    </message>
    <message numerus="yes">
        <source>Move %n face(s)</source>
        <translation>
            <numerusform>얼굴 %n개 옮기기</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep this strictness</source>
        <translation>이 엄격도 유지</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unconfirmed face(s) move</source>
        <translation>
            <numerusform>확정하지 않은 얼굴 %Ln개 이동</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln confirmed or named face(s) get another name</source>
        <translation>
            <numerusform>확정하거나 이름 붙인 얼굴 %Ln개의 이름이 바뀜</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contradiction(s)</source>
        <translation>
            <numerusform>어긋난 결정 %Ln건</numerusform>
        </translation>
    </message>
    <message>
        <source>about 1 wrong face in {number}</source>
        <translation>얼굴 {number}개 중 약 1개 오류</translation>
    </message>
    <message>
        <source>{strictness} (as it is now)</source>
        <translation>{strictness}(현재 설정)</translation>
    </message>
    <message>
        <source>Strict groups hold fewer wrong faces, but one person may be in several of them. Names and answers that you gave stay as they are.</source>
        <translation>그룹이 엄격할수록 잘못된 얼굴이 적지만 한 사람이 여러 그룹에 나뉠 수 있습니다. 붙인 이름과 답은 그대로입니다.</translation>
    </message>
    <message>
        <source>How strict</source>
        <translation>엄격한 정도</translation>
    </message>
    <message>
        <source>looser</source>
        <translation>느슨하게</translation>
    </message>
    <message>
        <source>stricter</source>
        <translation>엄격하게</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>바뀔 내용</translation>
    </message>
    <message>
        <source>Average linkage: groups that are alike on average join (usual)</source>
        <translation>평균 연결: 평균적으로 닮은 그룹을 합침(기본)</translation>
    </message>
    <message>
        <source>DBSCAN: chains of faces that are alike</source>
        <translation>DBSCAN: 닮은 얼굴을 줄줄이 이음</translation>
    </message>
    <message>
        <source>How groups are found</source>
        <translation>그룹을 찾는 방법</translation>
    </message>
</context>
<context>
    <name>Sureness</name>
    <message>
        <source>Estimate again</source>
        <translation>다시 추정</translation>
    </message>
    <message>
        <source>Comparing the faces of this library …</source>
        <translation>이 라이브러리의 얼굴을 비교하는 중…</translation>
    </message>
    <message>
        <source>Estimate it now</source>
        <translation>지금 추정</translation>
    </message>
    <message>
        <source>Not estimated yet: the figures are those that were measured with the model.</source>
        <translation>아직 추정하지 않았습니다. 지금 수치는 모델에서 측정한 값입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation>
            <numerusform>얼굴 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked with {faces} of this library: one in {rate} is between one in {low} and {high}.</source>
        <translation>이 라이브러리의 {faces}로 확인: {rate}명 중 한 명이라는 수치는 {low}~{high}명 중 한 명입니다.</translation>
    </message>
    <message>
        <source>This library cannot know it well: by its {faces}, one in {rate} may be anything between one in {low} and {high}. More photos, and more confirmed faces of more people, will tell.</source>
        <translation>이 라이브러리로는 정확히 알 수 없습니다. {faces}로 보면 {rate}명 중 한 명이라는 수치는 {low}~{high}명 중 한 명일 수 있습니다. 사진이 늘고 더 많은 인물의 얼굴을 확정하면 알 수 있습니다.</translation>
    </message>
    <message>
        <source>In a group about 1 face in {share} is somebody else, between 1 in {low} and 1 in {high}.</source>
        <translation>그룹에서는 얼굴 {share}개 중 약 1개가 다른 사람입니다({low}~{high}개 중 1개).</translation>
    </message>
    <message>
        <source>How many faces of a group are somebody else, this library cannot know well: between 1 in {low} and 1 in {high}. Faces of several people that you check at random will tell.</source>
        <translation>그룹에 다른 사람의 얼굴이 몇 개 있는지 이 라이브러리로는 정확히 알 수 없습니다. {low}~{high}개 중 1개일 수 있습니다. 여러 인물을 무작위로 점검하면 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Copies of a photo and shots within seconds show the same faces too far apart: the pictures are poor, or these figures do not fit this library.</source>
        <translation>사본이나 몇 초 안에 찍은 사진에서 같은 얼굴끼리도 차이가 너무 큽니다. 사진 화질이 낮거나 이 수치가 이 라이브러리에 맞지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Sweep</name>
    <message numerus="yes">
        <source>Confirm these %n face(s) as {name}</source>
        <translation>
            <numerusform>이 얼굴 %n개를 {name} 얼굴로 확정</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) are not</source>
        <translation>
            <numerusform>나머지 %n개는 아님</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) are not {name}</source>
        <translation>
            <numerusform>얼굴 %n개는 {name} 아님</numerusform>
        </translation>
    </message>
    <message>
        <source>{confirm}; {others}</source>
        <translation>{confirm}, {others}</translation>
    </message>
</context>
<context>
    <name>SweepCommands</name>
    <message>
        <source>Sweep</source>
        <translation>모아 검토</translation>
    </message>
    <message>
        <source>What is below the line stays as it is</source>
        <translation>선 아래는 그대로 남습니다</translation>
    </message>
    <message>
        <source>Take out or put back</source>
        <translation>빼기/되돌리기</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Draw the line below this face</source>
        <translation>이 얼굴 아래에 선 긋기</translation>
    </message>
    <message>
        <source>Draw the line below all</source>
        <translation>맨 아래에 선 긋기</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>선택 해제</translation>
    </message>
    <message>
        <source>Somebody else first; these guesses come last</source>
        <translation>다른 인물 먼저. 이 제안은 맨 나중에 묻습니다</translation>
    </message>
    <message>
        <source>One question at a time instead of a grid</source>
        <translation>격자 대신 한 번에 하나씩 묻기</translation>
    </message>
    <message>
        <source>Do what the button says</source>
        <translation>버튼 실행</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>하나씩</translation>
    </message>
</context>
<context>
    <name>SweepModel</name>
    <message>
        <source>will be confirmed</source>
        <translation>확정 예정</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>뺌</translation>
    </message>
    <message>
        <source>below the line</source>
        <translation>선 아래</translation>
    </message>
    <message>
        <source>face {row} of {count}</source>
        <translation>얼굴 {count}개 중 {row}번째</translation>
    </message>
    <message>
        <source>suggested {name}</source>
        <translation>제안: {name}</translation>
    </message>
</context>
<context>
    <name>SweepPage</name>
    <message>
        <source>Every guess has an answer. New photos bring new ones.</source>
        <translation>모든 제안에 답했습니다. 새 사진이 들어오면 새 제안이 생깁니다.</translation>
    </message>
    <message>
        <source>Nothing to sweep</source>
        <translation>모아 검토할 것이 없습니다</translation>
    </message>
    <message>
        <source>Guesses to look through</source>
        <translation>살펴볼 제안</translation>
    </message>
    <message>
        <source>All faces with a tick, and no other ones (Ctrl+Return)</source>
        <translation>체크한 얼굴만 모두(Ctrl+Return)</translation>
    </message>
    <message>
        <source>Click a wrong face to take it out. Drag the line up to leave the rest undecided.</source>
        <translation>틀린 얼굴을 누르면 빠집니다. 선을 위로 끌면 나머지는 결정하지 않고 남깁니다.</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>모아 검토</translation>
    </message>
    <message>
        <source>Are these all {name}?</source>
        <translation>모두 {name}인가요?</translation>
    </message>
    <message numerus="yes">
        <source>%n guess(es), the likest first</source>
        <translation>
            <numerusform>제안 %n개, 닮은 순</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SweepPanel</name>
    <message>
        <source>Already known</source>
        <translation>이미 아는 얼굴</translation>
    </message>
    <message>
        <source>The whole photo</source>
        <translation>전체 사진</translation>
    </message>
    <message>
        <source>Known faces of {name}</source>
        <translation>이미 아는 {name} 얼굴</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Snapshots, the newest first</source>
        <translation>스냅샷, 최신순</translation>
    </message>
    <message>
        <source>Put this snapshot back</source>
        <translation>이 스냅샷 복원</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Open another library …</source>
        <translation>다른 라이브러리 열기…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>A snapshot of before can be put back. The present file is kept beside it.</source>
        <translation>이전 스냅샷을 복원할 수 있습니다. 지금 파일도 옆에 보관됩니다.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>잠시만 기다려 주세요</translation>
    </message>
    <message>
        <source>This library is open elsewhere</source>
        <translation>이 라이브러리는 다른 곳에서 열려 있습니다</translation>
    </message>
    <message>
        <source>A newer photoface wrote this library</source>
        <translation>더 새로운 photoface에서 만든 라이브러리입니다</translation>
    </message>
    <message>
        <source>This library is damaged</source>
        <translation>라이브러리가 손상되었습니다</translation>
    </message>
    <message>
        <source>This library cannot be opened</source>
        <translation>라이브러리를 열 수 없습니다</translation>
    </message>
</context>
<context>
    <name>UndoRedo</name>
    <message>
        <source>Undone: {what}</source>
        <translation>실행 취소됨: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>다시 실행됨: {what}</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Your photos, by the people in them</source>
        <translation>사람으로 모아 보는 내 사진</translation>
    </message>
    <message>
        <source>Choose a folder with photos. photoface looks through it and finds who is in which picture.</source>
        <translation>사진이 있는 폴더를 선택하세요. photoface가 살펴보고 어느 사진에 누가 있는지 찾아 줍니다.</translation>
    </message>
    <message>
        <source>Choose a photo folder</source>
        <translation>사진 폴더 선택</translation>
    </message>
    <message>
        <source>Your photos are never changed unless you ask for it.</source>
        <translation>요청하지 않는 한 사진은 절대 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>or drop it here</source>
        <translation>또는 여기에 끌어다 놓으세요</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>모든 것이 이 컴퓨터에만 있습니다.</translation>
    </message>
    <message>
        <source>Every decision can be undone.</source>
        <translation>모든 결정은 되돌릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>People</source>
        <translation>인물</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>앨범</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>어긋난 결정</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>이름 정리</translation>
    </message>
</context>
<context>
    <name>WorkSheet</name>
    <message>
        <source>How far it is</source>
        <translation>진행 상황</translation>
    </message>
    <message>
        <source>Stopping after the file at hand …</source>
        <translation>처리 중인 파일까지 마치고 중지하는 중…</translation>
    </message>
</context>
<context>
    <name>_HalfCard</name>
    <message>
        <source>face {row} of {count}, {who}</source>
        <translation>얼굴 {count}개 중 {row}번째, {who}</translation>
    </message>
</context>
</TS>
