/* microlora 0.1.0, MIT OR Apache-2.0 */
var t={frequent:[32,0,2,1,65,4,3,11,33,106,40,34,5,16,64,8,116,6,12,127,7,253,13,114,108,15,9,128,43,97,10,183,95,111,54,71,124,101,69,113,24,162,17,27,56,57,129,255,36,107,112,99,14,160,18,100,20,42,66,126,70,45,228,55,96,48,125,68,75,19,230,184,252,31,121,178,182,187,26,63,110,163,77,119,148,152],text:`!B}Z}Y%!!!%N#-g#66%6g%6%6g%6%Ig%6!g(6666%6g)666%6g#66%Ig!%6g4666666!g#66!g)666!g(6666!g)666%Ig/66666%6g!%Ig/66666!g76666iI6!g#66%ig(6666%Ig#6I%6g)66I%6g(6I66!g/666I6%Ig#II%6g%b%6g)66i!g%6%ig2666IIII6%6g(6666%ig#6I!g%6%bg/66666%ig4666666%6g/66III%Ig/6666I!g/666II%6g#6I%Ig(666I%6g46666I6%Ig*666II666666%6){%}r%%%%%O!/!C)!}#2!?2=!4MC[!%?!}%*7*5??/u2!%lP!%^} (O=*!} }&!5}()}))(pC *C+/.)!)!())9/=?(4%(/!777###l%}*!##U[5(/4####%7}+!/!%(!%#!%5YYYY},%!%%%4(744}-%^4()200}!99(/%W%??/)%!%42%6%&@@%*7}xC}:4}YJ}YF:q#!5;F:BE}UF:zB:]!}b%C;F:BEB]BW3!}j%C;F:BE;JB:w!}a}!;F:BEB]BW3Ez}X3}WE:JzB:]!}h%5;F:BE}]J:}Z}XFw!}H9;F:BE}UJB3}[:J}Z!}c%O;F:BE]J}UB}[;3E:B3J!}e%?;F:BE}Z}X}Y]!,?;F:BE}V:Fz!b0;F:BE}YJ}YF:qE}[}ZJ]!}^0;F:BE}YJ}YF:qE}U:JJ!}_M;F:BE}YJ}YF:qE;B:}VJ}Z3E}U:JJ!q[;F:BE}YJ}YF:qEzBw3J]!z9;F:BE3:Bw}Z}UJ:!}J[;F:BE3:Bw}Z}UJ:E}Z}X}_J!}IC;F:BEX}WJXV!}g%?;F:BE}U:JJ!@%*;F:BEX:JB3J!}f%C;F:BE}XwW}[3!I*;F:BEF}[3W}[3!}[9;F:BE}V:B]}XJw3!6*;F:BE}Z3:}X]J!}X[;F:BEWBXVJ]EF}[3W}[3!3=;F:BE]J;3BEwF:}Y!}d%0;F:BEB]BW3EXF}[w3!}i
%[;F:BE}UF:zB:]EXF}[w3!S%}!;F:BE3F3B;EB]BW3EXF}[w3!}WM;F:BE3F3B;E}UF:zB:]EXF}[w3!}V0;F:BEWB:B}YEXF}[w3!}Z*;F:BEFW3}XFw!}]=;F:BE}ZJ3EFW3}XFw!VC;F:BE:J}ZJ3!wO;F:BE}ZJ3EXB3J}VF:q!}Yu;F:BE}ZJ3EXB3J}VF:qE}UB;;}TBXV!;9;F:BE:JB]E:Fz!WY;F:BEz:}X3JE:Fz!}EO;F:BE:JB]Ew}[}Y}TJ:}Z!L[;F:BEz:}X3JEw}[}Y}TJ:}Z!}F0;F:BE}WB}ZE;JB:wJ]!iO;F:BE:JB]E}UF:zB:]!:[;F:BEz:}X3JE}UF:zB:]!}G} ;F:BE:J}ZJ:}]JE3:Bw}Z}UJ:!F}!;F:BE3:B,JX3F:qEX:JB3J!X}!;F:BE3:B,JX3F:qE:JXF:]!}Pp;F:BE3:B,JX3F:qE:JXF:]E]JX}X}Z}XFw!}-}!;F:BE3:B,JX3F:qE;Jw}V3}W!}SP;F:BE3:B,JX3F:qE3F3B;EXF}[w3!}L}&;F:BE3:B,JX3F:qE}Z}[XXJ}Z}ZE:B3J!}M ;F:BE3:B,JX3F:qE}TJ}Z3E}X}YW:F}]J}YJw3!J ;F:BE3:B,JX3F:qE}YJBwE}X}YW:F}]J}YJw3!}RM;F:BE3:B,JX3F:qE}]B:}XBwXJ!}K});F:BE3:B,JX3F:qE}TJ}Z3EB33Jw3}XFw!}U.;F:BE3:B,JX3F:qE}W}X}V}WEL}[B;}X3qEXF}[w3!E+;F:BE3:B,JX3F:qEXF}[w3E}TqEFWJ:B3F:!]} ;F:BE3:B,JX3F:qE}V:F}[W!g^;F:BE3:B,JX3F:qE]:Bz!}Tl;F:BE3:B,JX3F:qE}VJ3!B^;F:BE3:B,JX3F:qE:JB]!}Qp;F:BE3:B,JX3F:qE}ZJ3E3F3B;EXF}[w3!}N} ;F:BE3:B,JX3F:qE:J}ZJ3!}O?} %!&%*2}m%}p%}l%}n%}q%}o
%}k%Q5%7C}z~-%}r%2! !&#0-*2! !&%0-**!&}a&b !0%P*p! !-#2 !-#(&=,&WL !-#!&=,&WL,;*~1%%(}a %(1 %&#3 !,+%)1 # !8!(h.# #8m%8e%+# ) !8!( .) )8m%8e%+) ( !8!(0.( (8m%8e%+( / !8!(!./ /8m%8e%+/ % !&1V.!H9!* # )8e%+# ( /8e%+)* )8p! )8p%}r )8p# )8p)}r}r #8p! #8p%}r #8p# #8p)}r}r}r*A%%6 !-#0 !-#^.# !-#Uy(6 % !-#-, #W/ %*&h;,*}G! ! #G#^ ! %G#! ! #&2,G#M ! #&0,.#G#( ! % %;&)3.% #,.#G#2 ! % #,.#G#5 ! % #,G#0 !*+! !0%.!(6 !&! % !-#}& !-#M,}@P/&!**}N%)6 %&=L(1 %&=,&WL+/)1 %+) # (H(1)1 )&=L(1 )&#3 !,&!G#! )&%,+)5%** (&%,+( /&#3 !,+!5%****-%%6&~LS%&~LS%-#! !&0V.!-#!&bL.%VG#! ! %0p*}.%#6 !-#}9 %&|%;,.)d!{%K(1 ! %0}%+#* # ) #P*u! !&!D}UK ! %XK:K ! !o7~5BL*~O(#/}a?6 %&#3+= (&#3 ),+0#1 /&%c(1 (K9% %&(3+9 %&h;+Y %&/3+5)1 %(1 )8!(h+7 )8!( +2 )8!(0+? )8!(!+C =+* #+()1 ! !8!(! C (8?#!.48m%8~b%8*(! ! 9,./ /8!(! ? 48m%8~b%8*(! ! 5,./ /8!(! 2 48m%8~b%8*(! ! Y,./ /8!(! 7 48m%8~b%8*(! !&0,+! (&(,+( *&(V.*9!** ! Y,+! 0 )&1V.)H9!*/ (K9% (&#3+l %&h;+O %&/3+Y)1 %(1&!+[ #+5)1 )+( 5+*&@@@@}^8O+4&@@@@}^8O+7&@@@@}^8O+2&@@@@}^
8O+? /+9)1 4 (8!(! *8?#!.C8m%8e%+4 ? C (8!(h8m%8e%+? 2 C (8!( 8m%8e%+2 7 C (8!(08m%8e%+7 ( l,+( * =,+* 9&%V.99!* ! !8!(! 48~b%8*(! =&#3 !,.( (8!(! 78~b%8*(! ! Y,.( (8!(! 28~b%8*(! ! O,.( (8!(! ?8~b%8*(! 5&(,+5 !&0,+! % [&%,.[H9!** ! O,+! 0 )&1V.)H9!****P! !0%.!(6 !&! % !-#M}@P/&!**l! ! !-#! %0)0dtR)M*T##/}a76 ((1 (&#3 /,+Y %&#3+= %&h;+5 %&/3+0 %&(3+O)1 %(1 =+9 !+( #+*&@@@@}^8O+4&@@@@}^8O+7&@@@@}^8O+2&@@@@}^8O+?)1 ? (8!(! *8?#!.C8m%8e%+? 4 C ( 5,8!(!8m%8e%+4 7 C ( 0,8!(!8m%8e%+7 2 ( O,8!(! C8m%8e%+2 (&0,.!+( *&(,+* 9&(V.99!*/&@@@@}^8O+?&@@@@}^8O+2&@@@@}^8O+7&@@@@}^8O+4* )(6 4 )8!(h8e%+4 7 )8!( 8e%+7 2 )8!(08e%+2 ? )8!(!8e%+? )&1V/&!*+) / 48*(h / 78*(  / 28*(0 / ?8*(! ! 5,+! Y /&1V./H9!***}y(#4}aC6 %&#}D(1 %&#3+0 !+= (+*)1 =+5 #+Y&!8=+/&!8=+4&!8=+7&!8=+2 )(1 )&#3 #,+O 0&#3+[ 0&)3+l)1 / Y8!(!.? 58!(08m%8e%+/ 7 58!(! ?8m%8e%+7 2 5 [,.^8!(! Y8!(0.?8m%8e%+2 4 ? ^8!(08m%8e%+4 5 l,+5 O Y& ,.YH9!* 4 /8e%+4 2 78e%+/* * / 489!%#)2?C*0O[lM}%uP / 489(/4759Y=^} }!}#}&}(})p8e%./ /89!%#)2?C*!%#)2?C* /
 /89(/4759Y=(/4759Y=8e%./8p%Q#( * /8p!Q#! =& ,+= *&2,+* 9&(,+5 9&#,+9 % 5}D9!** % 9H(1 9&#3 (, )(}a )&#3 #,+) %&(3+( %&/3+% 9&(3 !,+*&!8=+/)1 / *8!(! #8!(!8m%8e%+/ C ( *,8!(! #8!(08m%8e%+C % *,+* ) #& ,.#H9!* C /8e%/&!8=*./8p! /8p%}r /8p# /8p)}r}rQ#!**}P%)6 !&oS%-#!0h.#(1#1 %&}d}b%-#!0h.)(1&~tS%&oS% # !0}1&@}b%&}d}b% ) %0}1&%+(5%* #&}h}b%c9! #0?&!=** (*G##6%I %&%,+))1 % #H(1 ( # );&)3 !,A)!Z+( #&%,+#5%** (*~J%#(6#b !a~K!Ia1}c+/&~DS%-#!+)&~PS%+%#1)1 %-#!.%(1 / % ),.%-#!.(~,.4}M(1#1 #(1 #-#! (y9%* %+# / 4}F9(** %&2,+%5%** #9!&~TS% !f)!&!=* #-#2 #-#50  #-#!+( # /~%.)&%:G#! ) (H(1 # ),.% )G#( % ( )V0p*&~LS% )&~LS%-#!,G#! #&0,*}S!#1 !-#MA)!&!DB(1 !-#^A)!o7av}ca!}G9%* %-#! !-#! #-#!&=,&WL !-#(0}: %-#( !-#! #-#(&=,&WL !-#20}:**}z%#(}a#6)1 ) 2k(1 / !8!(!.4 (892?C*59Y=!%#)!%#)8E %8!(!.7 (892?C*59Y=!%#)!%#)8E8~n%8~l%+/ 2&(,+2 #&#3.? %,+% ! ?,+! ( 48E 78E8~n%8~l%+(5%** (8+! (8+%Z /8+! /8+%ZZ*+! %d!(&%c(6 ! !;&#3&#:/ %-#!&!H**},%%6 !-#2 !-#5.%0}!&7,&}^L !0) %-#!;&%}],*~^%#)I)6 !&!8=8*)! !a!f)0 %-#
U.4(1#1 %-#0 4 %-#^.7}D(6 %-#- 7W/&!*&h;,A)0+#)1 / 4H(1 % /0/+7 % /0/A)0.( # # (XP+# /&%,+/ ) 7A)0Z+)5%** ! #R)! ! ) 4nx.)R)2 4&%c9!&!+/&!D+#)1 / 4H(1 # % /0/A)0 )}~.# #NZ+# /&%,+/5%** ! # 4&%VnxR)0***}8%%6 !-#}9.# %&|%;,-#}p%+% !-#M&|%; #, %&|%;,&! %&6HP&! !d!}6P*R##6%}a #8l+/)1 % )k(1 )&#3 !,.( / (8!(!8m%8*(! )&(,+)5%***F%/6 %&=,&WL./ %c ! )cLK(1)1 #(1 / #&%V.#;&#3 ),+4 % #;&#3 !,+7 %+()1 ((1 (&%V.(&#3.2 4, 7 2,_#!Q#!5%/5)*!*!****C!&@@%&!0O*}b##/6%I %&%,+7)1 % /H(1 % /;&)3 !,+4 /&)3 #,A)!+?&!+()1 ( /H(1 ? (&)3.2 4,A)! ) 2,A)!N}~+? (&%,+(5%** /&)3 ), ? / 7;&)3 !,A)!xR)! /&%,+/5%** %+()1 ((1 (&%V.#&)3./ !,+4 ) /,./A)!+?)1 % (k(1 ? % (;&)3 4,A)! (&)3 ),A)!N}~+? (&%,+(5%** / ? # 7;&)3 !,A)!xR)! #+(5%***f##6%I)1 # )H(1 / )&)3.( !,A)! % (,A)!NZ+/ )&%,+)5%** /*~L%%#6 ! %G#! %&bL !,.#d!!&%LK(1 #-#2 #-#50  ! !-#! #-#!&bL,.%G#!*&~DS%-#!+) !-#(.#(1 ! #V.#d!!&%LK(1 #-#2 #-#50  # #-#! !-#!,.%G#!&~DS%-#!+) #+!** !&!G#5 !&~PS%-#!.#G#2 %&bL !, %G#( ! )V+! #(1 # ), !G#5*&~PS% !G#!*}0%%6 %&~DS%-#!.#,&
2,&~PS% %P !G#! !(1 ! #, %G#5**}&! ! %~, #~,a }f}df)! ! !0ff)! !*}#! !0fa-}h~%&@@@(Vr}=!!!}5{*}4!)1 ((1 ! % # ) /00 (&%V+( %&#3 /,+/ )&#3 #,+#5%****! ! %0}!&} ,*}&%%6 !-#2.% %;&%3&=,&WL !0),*k%%I !&}6y(6 %a% !~,}f~50*/ % %}~.#&!DB %&!D}UK #&!D}T:K !&fc %j!!!~]TTvkJ:L !&QcP**~o#)#6%I%i !0!.!K(1&b=* 7&%k(1&z=*&I+2 #&T%y(1#1 % !-# }D9! ) )}~&!D}T ( (}~&!D}T:K(1#1 4&!D]K )&!DJ (&!DJ: /&!D]K /&%DJK:::9# ( )x&6DZ.Cj!!!~]TT~kHJK9!&~tS%-#!.? !-#M&%02&}_+2 ? !-#}&0(.* *}s&!r}Q9# !-#5 !-#}&.2 !-#-;&#3, ? 2&#3oC!! !-#0 !-#-&h;,.2 #}7!}. 2 %}7!- 2 4R)  2 /R)M 2 CR)0 2 (R)2 2 )R)! 2 7&%c}7!_&!+2 ! !-#-&%,.%&! % !-#^.#HPG#- # !-#U.%k(1 ! %&%,G#U* ! !A)!&%DZR)!5#**&}_=** 2*}?%#6 !&TT=L.#&eS%-#!}@(1#1&~]S%-#! #&)3,.#}1%( !&[}]H9! % #d!4H9! #-#!+)** )*Q%%6 !-#MA)!&!DB(b !-#!.%&?}D(b !-#^A)!o7 %&)}]~,}b/a!*/a!*}E*d%#6)1 % )H(1 # )&h; !,A)0X (,+( )&%,+)5%** (*~b%#*6%I #&%,+2)1 # (H(1 # ( # (kP+? ( 2;&)3 ),+C # (;&)3 ),+* (+/)1 / ?H(1 %&!D ( /c.5P ( # /;.7,.9&)3 !,A)!Z+= 7&)3 ),+Y&!+4)1 ( 4H(1 = 4&)3.7 Y,
A)! 7 *,A)!N}~+= 4&%,+45%** 9&)3 ), 5(I % = % =]P}}/ = CA)!x*R)! /&%,+/5%** (&%,+(5%***~JY)967I/i}*!&~:(V./U! ) #d!(}7!}N #-#!+4#1#1 %-#5.(-#M(1#1 4&%H(1 (d!(9%*&!+( )&!G#^ %-#(&=,&WL+2 %-#!&=,&WL+C %-#2+7)1 ( #-#!.4}@(1&!+4 !-#( 7 #-#^ ( 2;&#3, 2 ( 7;&#3.? )-#5,0}7.M M}s&!r}Q9/ ! % # ( M&%D ) %-#5-#MO0! /a!f#h /&h, ? )-#(, ? )-#2, 70RK9/ O Mt}}jm}S}#0 R}S}8Z /_#htNZ+O [ #-#5 (&#3,_#!t}}jm}S}#0 R}S}8Z /_#}5tNZ+[ (&%,+(5%** ) O [ O []Pj}.}Q}o~=~q-~lvN !A)MZj!!! !!~lvN.OR)  ) Oj!!!~]TT~kH].%}7!}M %K(1&%+45(* !-#! 7 )-#2 #-#2 C 40}9K9# !-#( 7 )-#( #-#^ 2 40}9+45)** (d!(&%c(1 %-#!&=,&WL+7 )-#0+2 )-#(+? #-#2+C&!+()1 ( 4H(1 l ( 7;&#3 C, 70(tZ+l (&%,+(5%**&!+( /&h, 4 70++*)1 ( 4H(1 (&#3 ?,&6r&%r *0.&!r}RPQ#! (&%,+(5%** 7&#3+5&!+*&%D+[ )#I)1#1&!D+O&!+( *&)c9!)1 ( 4H(1 O (&#3 ?,_#!t.O ONZ+O (&%,+(5%** 2&! 5o*! 2&% ? C 7 405&%D 2 70(t l ONx.[&!D]K [ [}~&!D}T:9#u 2 7&%D l O [NN}}xs0u 2&% C 7 4 ?0}* *&%,+*5%**&%D 4nx.O [ O []P.O&%D O&%DXP*R)}E*&!+4 )-#0&! %0)&#3o*! %-#(&=,&WL+2 %-#2+7 )-#0+? %A)0s
+M&!D+[&!D+l&!D+O)1 4 #-#!.(}@(1 #-#0 4 7;.C&#3,+* !-#( 7 #-#^ 4 2;&#3, 2 )-#50}7+}% )-#2+5 )-#5+Y )-#(+9&!+()1 ( 7H(1 ( C,&#3.= 9, (&#3.0 *,_#! M{Q#! 5 =, Y 0,_#! M{Q#! (&%,+(5%** /a!f#n( /&n(, C&#3.( 9, ( 5, 70RK9# #-#5 4&#3,_#!+u /_#~6(+P /_#n(+}& %-#5d!(&%c(1 /&2, %-#2 !-#204.( ! %0^ ^ ( * /&h,0}5Z+^* O ut.} }}jm}S}#0 R}S}8Z PtN.O }%t.}!}}jm}S}#0 R}S}8Z }&tN.}# O }#]PZ+O [ }!Z+[ l } Z+l 4&%,+45%**&!+4 Oj!!!~]TT~kHXK [j!!!~]TT~kHXK:9% %-#2 %-#!&=,&~lTTT)L;&#3 ?, 7 )-#( #-#^ 2 (05 ? 7 )-#2 #-#2 %-#!&=,&WL #-#!05 )&!}7!}M )a@@@@@@@~tvf)Q )a!f)- )a@@@@@@@~tvf)h ) )-#0.7G#^ / [R)  / ^R)M / lR)0 / (n.[R)2 / OR)- )-#!+#&!r+M Oj!!}5},~qV5}=XK(1 7 %0)0(+M* M M}s&!r}Q9% )&6D [xR)M / O [xR)Q /a@@@@@@@~tvf)h #A)!+O / !A)M.[&!DNR)1 / O #A)M.O&%D O&%D]PN.OR)}E / OR)}? / [ O&!DNNR)}M ! % /&2, /&h, ) %-#5-#}&O9!K9% /A)}M.Oj!!!~]TT~kHXK9% /A)Q /A)1Z.[ /A)}?&!DN.l [ l]P.[ /A)}E.l )A)-.^ )A)M}w.}  ^ } ]P.^ l ^]P.l [ l]Pj!!!~]TT~kHXK9% ) Oj}.}Q}o~=~q-~lvN.O !A)MZj!!! !!~lvN.[R) &%+4 [j!!!~]TT~kHJ9% ! 
%0Y ) !A)M OZj!!! !!~lvN.OR)  Oj!!!~]TT~kHJ+45%*&!+4* /&~:(,U! 4*}5#%6#i)1 % #H(1 #&#3 !,_#!}k.( ) ) (}RP+) #&%,+#5%** )*~f%#76%}a}*!&@2V.2U! #&#3+C)1 ) ?k(1&!+7&!+/)1 # /H(1 # /;&)3 !,+*&!+4&!8=+5)1 # 4H(1 5 4&(3 %,8!(! 4&)3 *,A)!s8l8m%8e%+5 4&%,+45%** /&(3 2, 58*(! /&%,+/5%**)1 # 7H(1 7&(3./ (, / 2,8!(!8*(! 7&%,+75%** ?&(,+? C&#3./ (,+( % /,+%5%** 2&@2,U!*_%%6 #&}h}b%H(1 !-#!.((1 (0?* % )G#! ! #G#!**}#! ! %k(6 !~,a#}f0l/&}h}b%**}G#)6%i)1 # (k(1 (&#3./&(:.4 !,_#!+7 ) /, ! /,_#!t %NsQ#! ) 4, 7t %NsQ#! (&#,+(5%***}x?)(I26(i}*!&hV.2U! %-#5.Yd!( #-#^(1#1&%D #-#!.9A)-./}~s+O&%D 9A) .(}~s+[ /s+l (s+0)1 C&#c9%&!+= C&%c(1 %-#2 %-#!&=,&WL;+=*&%D+/&%D+( Yd!(.*K(1 9A)!+(*&!+5 C&%c(1&(+5 9A)M+/* 2 OQ#  2 lQ#}& 2 [Q#M 2 0Q#^ 2&!G#5 2 #A)MsQ#2 2 9A)hsQ#- 2 #A)Q}}sQ#U 2 ( /N.( #A)hxsQ#}/ 2&%r (j!!!!!!!@N&%DZs *P&%r Yd!/PQ#0 2&2, =&#3.* !-#!, * #-#^,&!&! %-#2 % 5,-#!&=,&WL; Y-# O2! C&%,+C5!*!*/ !-#( %-#2 #-#( )-#^ %-#(&=,&WL )-#!05 !-#! %-#2 #-#2 )-#2 %-#!&=,&WL )-#!05* ! #A) R)M #d!}M&%c(1 ! %0Y* ! 
!A) &%DZR) &%r+0&%L(1#1 2&2, %-#2 !-#204.?-#^.* *A)!&%DZR)! ?-#M&%D&!D&%D #d!}N&%LP #-#^P.(R)! (&!D}T(1 ? ! %0^/ ?-#( ?-#! #-#2 )-#0 #A)10& ?-#2 ?-#! #-#( #-#5 #A)}?0&* %-#2+) %-#5.#d!(&%c(I 2&2, ) !-#204-#( %-#20[/ !-#! ) %-#!&=,&WL;0(t*+4 )n&)Dx.7&(DN+(&%D+/)1 ( / 4 /NNX(1 /j!!!!!!~]vN+/5%** 7j!!!!!!~/vN+7 /+(#1)1 4&!D]K9% 7 ( 4 (NN](1 ( (Z+(5%** (+/* /&%DB9!&%D /x.4 / / 4XP.7 !A)MN.(j!!!~]TT~kHXK(1 ! %0Y 7 !A)MN+(* 7j!!!~]TT~kHXK (j!!!~]TT~kHXK:9! !-#! %-#2 %-#!&=,&WL; /s.00u !-#( %-#2 %-#(&=,&WL; 4s0u ! 7 !A)MNR)M #d!(&%H9! 2&2, %-#2 !-#204.!-#0+? !-#5+* !-#2+) !-#(+# !-#!.! !;+% 4 4N+7 / /N+(&!+C)1 % CH(1 C&)3.5 #,.! ( !A)!NR)! ) 5,.! 7 !A)!NR)! * 5,.! !A)! /NR)! ? 5,.! !A)! 4NR)! C&%,+C5%**** 2&h,U! 0*5!&% ! %&2cP*}X#)6%I}*!&@(V.)U! !-#!+/)1 ( /H(1 (&)3 ), (&#3 %,_#!tR)! (&%,+(5%** !0G !-#5 !-#! ) #0}( ) # !-#!0}) )&@(,U!*&%#6 !0}.(1 !-#2.# !-#!.)0[jd}=}&~g~_GuvN %Zj~+~s}C} }rb}W}!Z+% # % ) !-#00A**1##6%I !0}.(1 !-#(.% !-#!.#0[jd}=}&~g~_GuvNj~+~s}C} }rb}W}!Z+) % ) # !-#50A**}B%%b
 ! !}.)!a~g}g~R}e~d~D}~e~^!i.%f)! % %a})}h}ea~4~G}s~c~M~i}q~+~96b.%aP}h %}ea~gx~@}w~0D}r~d{6b.%ap}h %}e*?! !-#20?*}l%#(i#6 !_#(+/ !_#!+4#1)1 ) 2H(1 2&#3.? %,_#!.( (}s&!r}Q9# # ?,.?_#!.7 7}s&!r}Q9# ! (}k.( 4 ( 4}SP.4Q#! ! ?_#!}k.( / ( /}SP./Q#( 2&%,+25%** )+2* ) 2y*}~#%2}a %&#H(1 ! % # ) (00 # )0(=* ( )(}a )&#3 #,+%)1 / #8!(0.4 48m%8e%+/ 7 #8!(!.2 28m%8e%+7 ? 4 !8!(h8m%8e%+? C 2 !8!(08m%8e%+C * !8!(  48m%8e%+* 5 !8!(! 28m%8e%+5 !&1V+! % #& ,.#H9!* / 78e%+7 * 58e%+/ ? C8e%/&!8=*.48p! 48p%}r 48p# 48p)}r}rQ#( ( /8p! /8p%}r /8p# /8p)}r}rQ#! 78p! 78p%}r 78p# 78p)}r}r*f%%6}*!& V.)U! #&%L(1 )&(, % !04-#Ma@@@@@@@~tvf)!* )& ,U!*~R%#76%i&% / /&%yP+?#1)1 ( 4H(1 4&)L+C % 4&#}];+* 4&#3 ),+2&!+7)1 % 7H(1 7&#3 #,.5_#! 2_#!{+9&%+/)1 / ?H(1 9 % /;&#3 5,_#! ( /;&#3 2,_#!{}r+9 /&%,+/5%** 7 *, 7&%,+7&(3 C&#3: !,_#! 9}s.9 9}s&!r}P9%5(** 4&%,+45%** (+4* ( 4y*}r%#76%I %&#3+7&%+4)1 % /H(1 /&)3 ),+2 /&(3 !,+? % /;&)3 ),+C&!+()1 ( 4H(1 % (;&)3 2, ? (&(3 !, 7 #0} .*R)! (&)3 C, *R)! (&%,+(5%** 4&%,+4 /&%,+/5%***}Q
%#6}*!&@(V.)U!)1 % (H(1 )&!&@(o*! (&)3 ),a@@@@@@@~tvf)! ! % ) % (;&)3 #,0}( (&%,+(5%** )&@(,U!*d! ( % !0[.(&!D](I ( !nx/j}J}J}J}J}J}J~Qv* # #N )NNx*}V! !-#}9 %&|%;,+%#1 #&4}D(1 %-#5.%K9% %&-,+%/ #&#V&(}@9%* %-#!.%K9! !-#2 !-#!&=,&~lTTT)L;&! #&%LP&#3 %,=*&!*|%#(6(I)1 % 4H(1 % 4;&)3 !,+2 4&#3./ #,_#!t.? (N+C ) /,_#!t+*&!+/)1 % /H(1 /&)3 2,.7 7A)! C /&#3.7 #,_#!t.5N ? ) 7,_#!tN}~ 5 *N}~ZR)! /&%,+/5%** 4&%,+45%***f%#6&~]S%-#! !&TT=L.%&)3,.#}1%(&%,+! #&% ! !&@~:!cP}8%( %0j*}c#%(6#1&~lS%-#!.)K(1&eS%-#!.)&TT=k9% )&%3&@( )P.)&)3~,0l.(K9%&~]S%-#!.#(1 ( #&eS%-#!&)3oC!!&~]S%-#!0?*&~]S% (G#! )&eS%-#!.# # )}@P+/)1 # /H(1 #&)3 (,&%}8%( #0j #&%,+#5%**&eS% )G#!&~lS%-#!+)*&~]S%-#!&~dS%-#!.(&)3,.#-#!+/&~lS% )&%VG#!&~dS% /G#! # !}7!4 # %G#! #}1%(&[3 (:+#* #*y%#6&~]S%-#!.% !&)3,&!}7!4&~lS%&~lS%-#!.#&%,G#!&~hS%-#!&)3 %,&~dS% #P !G#!&~hS% !G#!*};##6%i#1)1 % ).#H(1 #&%,+) #&#3 !,_#!.( (}s&!r}P9%5#** %+#* % #y*r7#56%i}*!&~])V.(U! !-#}9+7 ! %0C+* ! %0}%+4 !-#!+2 !-#(+9 !-#2+? #-#!+Y !0}++/ (&}p),&!&~L!o*! ( %&
|%; 7,.7&Q,G#@) (a@@@@@@@~tvf)~L) ( )G#}p) ( /&=,&~lTTT)L&#3 ),.%G#}d) ( ? Y;&=,&WL.=&#3./ %,.%G#}h) ( % /,.CG#}l)&!+% * ! # (&@),0}/(1 ( #}.#0f)|# ( #8!#!8*)}h##6 4(1 !0}++% !-#2+5&!+) (&~2#,&!&}9o*! (a!f)~t# (a@@@@@@@~tvf)~l# ( 4&Q,G#Z# ( / C,./G#~/# ( %&=,&~lTTT)L&#3 /,./G#~ # ( / 5 Y;&=,&WL&#3.%,./G#~&# ( % /,.CG#~+# 4 *H(1 9&=,&WL+/ 2&=,&WL+9 (&%}7!}l# ( % C,.%G#|# ( =&#3 %,.=G#}z#)1 ) YH(1 4-#! ? #-#2 ) 9;&#3, 9 (-#|# ) ?;.C&#3,.200 !A)0s+0&!+%)1 % ?H(1 %&#3.5 (, 2 5,_#! 0{Q#! %&%,+%5%** = ) /;&#3.%,+2 4-#( ? ( #-#^ %, / 20= #-#0 C&#3,+C !A)0s}l+0&!+%)1 % ?H(1 %&#3.5 (, C 5,_#! 0{Q#! %&%,+%5%** 7-#( ? ( 2 / 20= )&%,+)5%***&! 4 ! (&}h#, (&Z#,0}/K9%u* 4 *c(1 7-#! *-#! !0)&#3oC!! 7-#2 *-#2 !0}#&)3oC!! 7 *8!)M8*)M* 7 ! (&@), #0}3+0 4(1 4 ! (&Z#, (&}h#,0}3u* 0&%r}Q(1 Y !-#2;+) #-#0+#&!+%)1 % )H(1 %&#3 #,.4 4_#! 0{Q#! %&%,+%5%*** 7&%}7!{% !&!}7!h 7 7A)-&%DZR)-&%*+%* (&~]),U! %*}0%%6)1 !-#}& !-#M, %k(1 ! %0}B %&%,+%5%** !&!G#}/*}=%#6)1#1 !-#}9+% !-#M #y9! #&|%; %,-#5.%(1 %-#-0?* #&%,+#5
%** %-#!0?*}n##(6%i}*!& V.4U!&q+/ !-#}/ #c(1#1 % !-#-H9! ! !-#Q.7-#0H9! 7-#!.7 !-#!./ #02 ) !-#( #02 /&=,&WL+2&!+/#1)1 # /H(1 /&#3 (, / 2;&#3 7, 20(.?Q#! /&%,+/ ? ?}s&!r}P9%5#** 4 #G#2 4 (G#^ 4 7G#0 4 )G#}& 4 !d!h}7!5 4 !-#Q-#5G#M #K9!&!&}_ ! % 4&2, #&=,&~lTTT)L&#3 (,0cP+/5%*&}_+/** 4& ,U! /*j! #&#3&=,&WL %&=,&WL, !-#2 %;&)3&~t!,&@6L, !-#(&=,&WL %;&);, !0}+&%3,*~&%%/6 # !-#2;+7 !-#!+2 !-#Q+4)1 / 7H(1 /&#3.? 4-#5, ( ?,_#!Q#! /&%,+/5%** 4-#!.( )H(1 ( ) 2&=,&~lTTT)L #;&#3oC!!* !&%}8%h ! #G#}/ ! %G#- !-#Q !G#0 !-#}9 %&|%;,.! !A)h #nZR)h*~L##26#i}*!&0V./U! !-#}9+# / / !-#  %0+}.)!f)2 %&|%; #,.)-#!&! !0)&#3o*!&%r !-#!.#~1}q}t+C !-#2+7)1 4 7}@(1 !-#!+? !-#2+2&!+()1 # (k(1 /&2,0.+* )-#! 4 (&#}] 2;,&(3 (&)L&#3:, C *{Q#! (&%,+( ?+# 2+75%** 4&%,+45%** )&!}7!{% )&!8=8*)- )a!f)}h% ) CtR)M !-#}9 %&|%;,.%.#-#2&! !0}#&)3o*! %a!f)  %-#5.%(1 %&!&-o*! %-#-&! !0)&#3o*!* #-#2 !-#2 !-#5d!(0}8 /&0,U!*.! !(6&~tS%-#!.! # ) !0P&~tS%-#!/ %**}F#%I%6 !0%.!(1 % !-#}9,+% !-#M+)&!+!)1 ! )H(1 # !&|%; %,A)!Z+# !&%,+!5%
**/&bD+#* #**! !&%3&!0O*~s##46#i ! %07.(K(1 !0#=* #&2k(1&z=* (-#2.? #0}4 )y(1&i=*&~tS%-#!.7&(&! #&%LV&(L #&2cP (,-#!.20KK(1&}_=* #&2H(1#1 (-#}9+/#1 #&#V&)y(1#1&!r}=~J}v1~w #&)kP+C&!+!)1 ! 2c9%&I+4 C !&#3 7,_#!.*EK9) !&%,+! *}=~J}v1}aE9!*5#** %&|%; /,+/ #&4}D(1 /-#5K9#*&!+!&q+4 ( % #01.%K9!)1 ! 2H(1 ) !&#}] ?;,&(3 !&)L&#3: %, !&#3 7,_#!Q#! !&%,+!5%** #&#}@(1 / (0Y /&%}7!{% /-#2 (-#2 (-#5d!(0}8 (&!G#}/&!=*&!+4* 4=**&q*~9/#C6#I}*!& V.*U! ! %07./(1#1&i+! /-#2.4 /-#5.70U #H9!&oS%-#! #&%3}@9! /-#}9 %&|%;,+(&~tS%-#!.)A)-+9#1 )A)}E.Y&!D}T(1 % /-#M.!}@+# ! %y 9&!DB:9%/&%+# 9&!DB9%* (-#5&!H+#*&!+! 4 70U+%)1 ! %H(1 #&%L&!+#(1 !&^y(6 !&@@%,d!!/&Q*&T%L !&)3 ),A)!0},+#* !&%,+!5%**&I+! #&%LK9! )A)@% )A)}h%&(DNJK9! )&~&%,+2 7d!(&%c(1#1 *&(, 4 204.%-#^A)!j!!!!!!1}=0*K9# %-#MA)!.9&#D0*K9# %-#2+? %-#(+C %-#!.4 4;+7&!+#)1 # 7H(1 #&)3.5 C,A)!}wji~?{}+~,}@r}IXK9( #&%,+# ? 5,A)!}wji~?{}+~,}@r}IX9%5(** 9&!D}T9! 4&%,+4 %-#0+? %-#5+%&!+#)1 # 7}D9% #&)3.C %,A)!&!D]K9) # 4,+# ? C,A)!&!D]9!*5#**&q+! Y&!D}T9! ( )A)
!R)- ( )A)2R)h ( )A)0R)  ( )A) &!D}T}7!{% ( )A)}h%sQ#}l% ( )A)@%sQ#}h% ( /0Y ( )A)M.9 (A)M.Y 9 Y]PR)M (-#2 2 /-#2 /-#50}!&)3oC!!&!+! /&!G#}/*/ !0#+!* *& ,U! !*~d#)/6)I%i !&!07.#(1#1&i+/ %&(}@9! %&oS%-#!&%}]k9!&~tS%-#!.(A)M+7 #-#2+4 (A)2+2 (A)!.? #-#Mn0*(1#1 2 #-#U&%,n0*K9!&% (A)00},K9!&% 70},K 7&%DB:9! % 2o) 4;&(,c+)**&!+!)1 )&%L.) ! %}@L(1 !&)3 (,A)!s.C C}s&!r}P+) !&%,+!5%**&I+/ )K9! #-#Q #G#0 # 7&%DB}7!}2 # 2o).!G#}/ # ?o)G#- # (A)0&%DB}7!h (& ,+) ! 4;+% #-#Q+#&!+/&!+!)1 ! %H(1 #-#5 !&#3, )A)!sQ#! !&%,+! )&2,+)5%***/ !0#+/* /*(!&7*?!&oS%-#!*?!&~tS%-#!*}2#%6%I}*!& V.%U! !0!.!(I %&2, !0M %A)M/&bD* %& ,U!*^! !0!.!(I !A)!/&bD**}2%%6 !0!.!K(1&bD=* !-#U.%(I !-#0 %&!D0_n %nx/&!D**B##6%I !0!.!K(1&b=*&I+# %j!!!!!!1}=X(1#1 % !-#U.)n.(}UK % %o7~5}T:9! % (}T(1 !-#^ )k9%* ! %R)!&!+#** #*})! !0!.!(6 !a!f#U !a!f)!&!/&b**}&! ! % # ) (&%Dj!!!!!!~l6&!0}-*g%#6 !0!.!K(1&b=* !-#U.# %y(1&I=*&~tS%-#! !-#5 # !-#^.)}D(6 % !-#-, )W/ %* !-#}&;&#3, !-#M&#3oC!!&!*}2#%6%I}*!& V.%U! !0!.!(I %&2, !0M %A)0/&bD* %& ,
U!*} ! !0!.!(I !-#Un/&bD**A! !0!.!K(1&bD=* % %}T(I&}_D/ !-#0 !-#U %0_n**~o%#(I/6 !0!.?K(1&bD=* %&%k )&#k:(I&zD/&}.&- %&%cP+C ?-#U+*&!+%&!+!)1 ! *H(1 # C ? !0/.5,d!!c+2 ( 5A)0Z ( 2P+( !&%,+! % 2,+%5%** %(I ( %n./x+4&!+!&!D+()1 ! *H(1 ( ? !0/.2A)0 4}~.7 7NZ ( # 2 C,d!!cP+( !&%,+!5%** ( /&6DZx /x}}/&!D*+( 4 ( )&%cP %n )P**}n%%%I !0!.!K(1&bD=* !-#U %y(1&ID=*&zD+) ! %0/+!#1#1#1#1#1#1#1#1#1 #Y274/()#%!2* !d!_n+)57* !A) =* !A)M=* !A)0=* !A)2=* !A)!=* !d!}.n=* !d!-n=* )*}i###I)6}*!&0V.2U! !0!.4(1#1 %&%k(1&z+%5%* 4-#U.7K(1&q+%5%*&!+!)1 %&%c ! 7}@L(1 (&!D 4 !0/A)0.( (&!DXPZ+( !&%,+!5%** 2&2, # )0+0.t&%DZj!!!!!!~]vN+/ (&!D]K(1 / 7nNo)+%5%* ( /N+(&!+%&!+!)1 (&!D}UK ! 7}D:K(1 ! %&!D 4 !0/A)0./ /&!DXP./&!D]P+% ( /}~+( !&%,+!5%***/&b+%* 2&0,U! %*t%#(6#b&i+( %&%V&TT!y(1#1&I+( !K #&S#V&@b}@:9!&}^+(0}&K9! !~,.7 %&=,&~lT)L.4~,ba#}f.2 7ahbIahI0l./K9! 2~% /,.) #G#  ) 4G#}& ) %G#M ) !G#^ ) /G#5 ) /G#2 )a!f#U )a!f)! ) )&h,G#0&# )0}=.(9! )0Q&}^+(** (*}R%)6 !0!.!K(1&bD=* !-#  %y(1&ID=* !-#0+) !-#U+(&!+!)1 ! (H
(1 % !&h; ),d!-c #,+# !&%,+!5%** #n*}2#%6%I}*!& V.%U! !0!.!(I %&2, !0M %A)2/&bD* %& ,U!*~w%#76#I}*!&@MV.#U! !0!.%(I #&@2,&!&@0o*! #&!&@2o*! %-#U+)&!+!)1 ! )H(1 #&@2, % !0/.(d!}..4&)3,.7 (A)0 7A)!ZR)! 4&#3 #,.( (-#!&%,G#! !&%,+!5%**&!+%&!+!)1 !&@#H(1 !&#3 #,-#!.)(1 #&@2, !&)3,A)! )nx.? 2J %L+% 2 ? %P+2 / ! %P+/&%+%* !&%,+!5%** /n/&bD* #&@M,U!*2! !&h0}C*2! !&-0}C*C! !&=,&WL*(!&%*~c%#%i%6 !0%.!K(1&b=* %&6H(1 !-#}& !-#M, %y(1&}a=** #&?k(1&z=* #(1&z&! ) !-#}9 %&! %&6HP&|%;, #&)3,A)Q}TP=*&}_&I&! )&!DXP )s.( (}s&!r}QP.#K(1#1 %&6H(1 !-#}9 %&|%;, )R)Q&!+#5%* !-#}& !-#M,+/ !-#}9+!&!+#&!+%)1 % /H(1 %&|%; !, )R)Q %&%,+%5%**** #*d! !0%.!K(1&b=* %&%k(6&z/ !&!G#}/ ! %&%c}7!}6&!**}?%%6 ! %09.)K(1 !0#=*#6 #&6H(1&I # )-#}&}D9%u* )&!G#}/ )-#}9 %&|%;, #G#}p%&!**}8! !0%.!K(1&b=* %&6c(1 !0H&!=* !-#M %y(6&}a/ ! %0}B !&!G#}/&!**9!&!&}^ !&!0OP*~.%%(6 ! %07.((1#1 #&2k(1&z=* (-#2.4 #0}4 )y(1&i=*&q+/ #&2c9!&~tS%-#! ( % #01.7K9!+% #&#3&(L (,-#!+#&!+/&!+!)1 ! #H(1 !&#3 %, ) !&#}] 4;,&(3 !&)L&#3: 7,_#!Q#! !&%,+!5%**
*/ !0#+/* /*~=%#)6%I ! %07.)K(1 !0#=* )-#2 )-#50U.!0}D(1 )-#}9+(&~tS%-#!.#&!&~&%o*! # %&|%; (,.%A)-R)! # %A)hR)2 # %A) R)0 %A)M+/ # %d!{%nR)  # /R)M # %_#}h%tR)@% # %_#}l%tR)}h% #&~&%, %-#2 )-#2 )-#50}!&)3oC!!/&}^+!* !*~P%%46 !&!07.%K(1 !0#=* %-#( %-#2 %-#U;,&(,0}D(6&!+!&~tS%-#!+) %-#Q./-#0 %c(1 %-#}/+( %-#-+4 %d!h+#* )a!f)M ) (nR)2 ) #&! (PnR)0 ) 4&! (PnR)! )& ,+# ( %-#2;+%)1 ! %H(1 # /-#5 !&#3,_#!tR)! !&%,+! #&2,+#5%** # )V&)}[/&}^**+! !0%.!(I !-#2 !-#( !-#!,;n/&bD**~6%%?6 !0%.!(1#1 % !-#Uk9! !-#Q-#(+# !-#(.)&=,&WL.2 )c9!&~tS%-#!+/ )&#3+?)1 % (H(1 ( 2;&#3 #,+4 ) (;&#3 /,+7 # /c(1&!+!)1 ! )H(1 !&#3.C 7, 4 C,_#!Q#! !&%,+!5%**/ 7 4 ?oC!!* (&%,+(5%** /+#** #*}!! !0%.!(6 !-#Q-#(/&!**f%%6 ! %07.)K(1 !0#D=* #&?y(I )-#}9 %&|%;, #&)3,A)Q/&zD**C!&~TS%}.)!~5*C!&~LS%-#!n*}A%(6&~DS%-#!+#&~PS%+!)1 !-#!.!(1 % ! #,.!-#!.) % )kP+% !&2,+!5%** %&0V&! %Pn*[!&~HS%-#!&~LS%-#!Vn*~O2)^6)I%i}*!&}p#V.4U!&zD+u )&#k /&%k:K(1#1 )&#3&}hS%,-#!.5K9! /&%c(1 5d!!&%LK9%* 5d!%&%c(1&ID+u (&!D]K9% (s.}( }(}s&!r}Q9%* !0%.
!K(1&bD+u5%* !-#M %y(1&}aD+u5%*&iD+u !-#U.) #&%Vy9!&oS%}6#! #~, !-#(.7&=,&WL~, !-#!.*&=,&WL.C~,Ib}I9! ! )&!0}A&}d}b%-#!k9!&!+)&~tS%-#!.2 # C;&#3,+C # *;&#3 2, 7 # C0P 2 !-#! # 20P !-#5d!( !-#( !-#2+0&@}b%-#!+9 2 !-#! #02 C !-#( #02 ! %0C-#! !-#2 2 !-#!&=,&WL.7 # #&=,&~lTTT)L&#3 9,.*0}* # 0;&=,&~lTTT)L&#3 *,+Y&=,&WL+O)1 # )H(1 )&#3 9, ) 7;&#3 2, 70(.}(Q#! )&%,+)&}_D+u }( }(}s&!r}P9%5#** # !-#2;+7&!+))1 ) 7H(1 )&#3&}_D+u )&%,+) *,_#!.}( }(}s&!r}P9%5#**&%+[ #&%c(1#1 /&%c !d!}5&%H:9! 5d!2&%LK9! ! %0}%&!H+[** !-#(&=,&WL+l&!+7 ! %0C+} )1 # 7H(1 !-#2+? !-#!+) 4 !-#5d!(}7!! 4 7&#3 9,_#!tR)2 7 l;.}!&#3 C,+= 7 )&=,&WL;+}# 7 ?;&#3 *,+M !A)0s+}(&!+))1 ) ?H(1 )&#3.}% 4&0,, M }%,_#! }({Q#! )&%,+)5%** } -#( ? 4&0, }#&#3 2,&! !d!}5P !-#(&=,&WL }!&#3 Y,.)0= ) = !-#(.)&=,&WL.? ( 4 5-#(O}!!+u 7&%,+7 /&%c(I )n+P 4d!!K(1 =&%D Px ? =0}2* u Px/ u* }&Z+}&5%** }& #nx+u&%L 0&#H [::K(1 C&% C O 4&0,00 4_#0tj!!!!!!~]vN+u* 4 CG#U 4 *G#  4 9G#}& 4 2G#M 4&%}7!^ 4 #G#0 ! % 4&0, # l;&#3 Y,0c(1 !-#Q-#( Y # O;&#3oC!! ! %
 # 2 *0k !&!}7!h/&}_D+u*** 4&}p#,U! u*}!! !0%.!(6 !-#Q-#!/&!**U%%6 ! %07.#(6 #-#}9 %&|%;,d!{%/ !0#**~,%%)6 !(1 !&0}] !&TT)L&!H,1!&6c(1&}^=**v!&03&~:}b%V+!#1&~DS%-#!.%(1&~HS%-#!.# !c9%/ !&@%}@9%&~DS%&~:}b%G#!&~l}b%a%f)!&~:!+#&~:}b%+%*&~HS% !G#! ! %,.)&5V ! #V.!G#! )&0V&%G#! % #,&0V !0p*0}&u&!*}!! !0%.!(6 !-#Q-#2/&!**J%)6&b+# !&TT=L.%&eS%-#!}@(1#1&~]S%-#! %&)3,.%}1%( !&[}]H9! %d!4.)K9! %-#! )&#3&~/S%,-#!-#!O)! !0a&!+#** #*U%%6 ! %09.#(I #-#}9 %&|%;,A)h/ !0#D**~n#)?6#i%I )&%k(1&z=* !0%.(K(1&b=* (-#M %y(1&}a=* (-#U #&%Vy(1&i=*&!+! ) (-#Q-#! (-#! #0y+7&@}b%-#!+2 ( %0C+/ (-#2+? 7 (-#!.) #02 (A)0 /-#! ? 7 )&=,&WL # 20}* # ?;.4&=,&~lTTT)L&#3 2,+)s+Y#1)1 ! 4c9% !&#3.C 2,_#!.9 9}s&!r}P(1 ) C, 9 Y{Q#! !&%,+!5%**&}_=* (-#(&=,&WL.C&! 7&! (d!}5P.4P+* /-#(+5 (-#Q-#(+/ #+!)1 !(1 5 ? ) 4 C /0= !&%V+! C&#3 /,+/ *&#3 4,+4 ?&#3 ),+)5%** ( % # 7 20k&!*(!&!*m%#%I*6 ! %09.)K(1 !0#D=* )-#2.2&#3+/ )-#(&=,&WL+? )-#!&=,&WL+C ) %0C.!-#(+4 !-#!+7&!+!&%+()1 ! 2H(1 !&(3.% 4,+* % 7,+5&!+%)1 % (H(1 # 5 %&(3.9 7, / C0} 
 * 4 9, / ?0} N.# # #Z ! %cPZ+# %&%,+%5%** (&%,+( !&%,+!5%**&!D # #&!DXP}} )A)0}wN*}H%#I&zD+# !&(y(1#1 !&#3&~p@%,-#!.!K9!&iD+# %&%V&TT!k9! !A)0 %nx.# !A)2.) # )XP+#** #*n7)46%i)b}*!&~L!V.*U!&i+9 !&%V&TT!k %&%V&TT!k: #&%V&vk:K(1#1 )s.O O}s&!r}Q(1&}_+95%*&}_&I&! (&!DX.=P (s.O O}s.O&!r}QP+9 O&!r}Q =:9!&z+9 /&(k 7&%k:9! /&#3&~p@%,-#!./K9! ! %H(1&i+9 79%*&I+9 2&S V&@g}@ 2 ?}@: C&S2V&@}^}@:9! * )R)}? * /G#j * #G#1 * %G#}9 * !G#Q&}^+90}&K9! * *}.)}?f)0 * *8!)Q8*)! * 7}7!h * CG#}/ * 4G#  * (R)M * 2G#U * ?G#- *0)+# ?~, 2~,I.[ *0}#~,ba)}f+l C *-#2 *-#!&=,&WL, *-#(&%3&}),&gL,;&%,&bL&#3.Y~, [ #~,ba#}f.^ l [a|%bIIIae!I0l.#K9! Y ^~% #,.= l~%,.5,./ *8!)Q8*)! / CG#U / ?G#}& / 2G#M&!+2 /&!G#}? /&%}8!}6 / 7}7!}5 / 4G#  /a!f)1 /&!}7!f / *}.)}?f)0 / /&~L!,.4G#}9 / [~%.7&|%; 4,.4G#Q 5&! Yo*! 4 5G#! 4&!G#0 4 C *-#!&=,&WL.?;&#3 5,.5G#( 4 5 C *-#(&=,&WL.Y;&#3.0,.5G#2 4 5 0,G#5 *-#2.4 Y;+5 4 ?;+?)1 7 2k(1 /-#}9 2&|%;,.4&6G#}p% 4a!f#5 4 =G#2 4 ?&#3 #,.YG#( 4 #G#!&Q+#)1 #&}h%H(1 # 4,a!f)! #&2,+#5%** 4a~5|~=}q~j~0
~ZN};f)}W 4a~*}n~V~D~i~u8~svf)g 4a~I}w~1m~H}w~1~rvf)}M 4a@@@@@@@~tvf)}E 4 (R)Q 2&%,+2 5&#3 Y,+# *0}#&)3 =,+=5%** /0H&% /0}=.#(1 C %&=,&~lT)L !&=,&~lT)L,; *&Q, C&~:!0}A0O(1 #+95#/ #0a** /0}?** *&~L!,U! 9*}1%%6&~tS%-#!.%K(1&}^=*&oS%-#! !}@(6&i/&!&}_ % !0KP**}k#)(6%i%I ! %09.)K(1 !0#=* )-#}9 %&|%;,A)@%&!DB(1 )-#! )-#(H(1&i=** #s.7 7}s&!r}Q(1&}_=*&q+! )-#}/&%c(1#1 % )-#-H9! ) )-#Q.(-#0H9!&@}b%-#!+4&~tS%-#!+/ (-#!.! )-#!.(&%02 ! ! (&=,&WL.(0(.7}=2~b}9})}R(I ! !&( (0} / 7t*}}.2&!D}T(I&#D&#D # #&#D]P.#}x #&bDXP 2x/&!D* ( /0}2 ) %&% / 40}@+!** !*U%%6 ! %09.#(I #-#}9 %&|%;,A)-/ !0#D**}P! )&%k(1&z=* !0%.!K(1&b=* !-#M %y(1&}a=* !-#U #&%Vy(6&i/ ! % # ) !-#Q-#2 !-#( #0y&@}b%-#!0}@**4! !0}?*]#%}a%6&!+))1 ) /}@(1 )&#3.( %,.78!(!+4 7 4 !8?#U # (,8!(! !8?#!8m% 4 !8?#(8m%8e%8m%8~b%8*(! )&(,+)5%***~,%##i#6 %-#2.! )&%,;+? ! );+) 4-#!.!A)!s #-#!~1}t.( /s.7{+2 ( !A)Ms{ 7{ %A)0s.({+7 4-#2+% 4-#5+C 4-#(+4 #-#0+#)1 ) ?}@(1 )&#3.! 4, 7 ! #,_#!{Q#! ! %, 2 ! C,_#! ({{Q#! )&%,+)5%***~X/)#65I%i}*!&Z5V.)U! 4 (t.?R)}?
 4 #-#5_#!.} t.CR)1 } &!r}SK (&!r}SK %A)0&!DB::(1 4-#(+! 4-#2+7 %-#2+%&!+#)1 % #H(1 #&#3.2 7,&!G#! ! 2,&!G#! #&%,+#5%** 4&!}7!}N/ #-#0+2 )&}d5, %-#2 !-#204.7-#!+# 4-#!A)!+* 7 ! %0^ 7 2 )&@2,0}5+9 7 7-#! 7-#( %A)0 C / /N ?N.O0v0}6 4-#5+2&!+!)1 ! #H(1 !&)3 ), !&#3 2,_#!t /NR)! !&%,+!5%** 7-#0 # ) )&@(,.!0}( ) ! #0})+Y 7-#2+7&!D+?&!+!)1 ! #H(1 ? )&@(,.2 !&)3,A)! ! #;&)3 7, 2 #0})NZ+? !&%,+!5%** Y ?x&%D ? Y]P.[ * 9 CZ %A)0.*Nx.=N+l 4-#!A)M =N+^&!+!&!D+?)1 ! #H(1 ^ !&)3.% )&@2,,.7A)!N+5 7 5R)! l % )&@(,,.%A)!N+0 % 0R)! ? 5 0NZ+? !&%,+!5%**&%D+5 * CN ?N}w.? 9 *j!!!!!!~]vN =N.9N}w.* Y [N 9 CNN Ox}w.CZ](1 * ? C}~x+5* 4-#2+% 4-#(+4&!+!)1 ! #H(1 !&#3.7 4, !&)3.2 )&@2,,A)! /NsQ#! % 7, 5 2 )&@(,,A)!NsQ#! !&%,+!5%*** )&Z5,U!*}D%#6&!+()1 # (k(1 (&#3./ %,.4 ! /,8!(! 48!(!8~b%8*(! (&(,+(5%** % #0(tj!!!!!!~]vN*u! ) )A)- )A)M )A)2NZR)-&%*~+))(64I%i}*!& V.4U! %0)+7 (a!f)M#6 %A)0&!D}T(1#1 #A)2&!D]K9! #A)M&!D]K9! )A)!+C (-#^+2 4&(, %-#2 !-#204./ ! %0^ /0G / /-#! /-#( %A)0 #A)2 #A)M0v0}6 /-#0 %-#2 (-#0 %0)&
#3,.!0}; ! 2 %-#2 %-#!&=,&WL (-#00}0 /-#5 %-#2 !0}; ! %-#2.! %-#!&=,&~lTTT)L;&#3./ 2, ! %-#(&=,&WL / (-#0,0}0 (-#!A)!+* (A)}E+5 %A)0+? #A)0+9 #A)2+Y ( (-#0.!G#^ ( * 5 ? ?NN Y 9ZNx C}xNR)M&! ! 70(.= =}s&!r}Q9#u (A)M+?** ) )A)- ?}w (-#^ 70dtN (-#!A)M.?&%D ?&%D]PNZR)-&%* 4& ,U!**~ %7!&@@%*} }6}6}6G%}6GGGG%  }6QfGGQQQ!&Z@%*}%}a^~-H~^}_{v}a^~-H~^}_^1%!!!#!!!)!&~@@%*}3%%!!!!!!!!~]v!!!~]TT~kH(!!!/!!!)!!!!!!!%!!!4!!!%!!!M1!&}dS%*411!!}W1!&{S%*%%!&ZS%*/7!!!2!&~2S%*4Z1!!~ 1`},e=Array.from({length:95},(t,e)=>String.fromCharCode(32+e)).filter(t=>!"\"'`$\\<>".includes(t)).join(""),r=e.length-2,s=e.charCodeAt(r-1),o={LORA_E_HANDLE:-2,
LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},i=4294967295,n="; the full edition, 'microlora', has more",a=/* @__PURE__ */new Map([["mse",0]]),h={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",learningRate:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},c=/* @__PURE__ */new Map([["sgd",0],["preconditioned",4]]),u=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[u]:super[Symbol.hasInstance](e)}get[u](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function d(t,e,r){throw new LoraError(t,e,r)}var l={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${n}`}
function m(t,e){const r=Object.keys(o),[s]=r.filter(e=>o[e]===t)
d(s,`${e}: ${l[s]??s}`)}var f=t=>t.length>80?`${t.slice(0,79)}…`:t,p=t=>f(JSON.stringify(t))
function g(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const n=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(n,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function _(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=g(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${f(s)}?)`}var y=t=>Object.prototype.toString.call(t).slice(8,-1),b=t=>"string"==typeof t?p(t):f(Object(t)===t?y(t):String(t)),w=(t,e,r,s="LORA_E_TYPE")=>d(s,`${t} must be ${e}, got ${b(r)}`)
function A(t,e,r){const s=E(t,e)
s!==r&&d("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function O(t,e,r,s){const o=E(t,e),i=o/r;(!Number.isInteger(i)||i<1||i>s)&&d("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers${s>1024?"":` ({ batch: ${s} } when it was created)`}, got ${o} numbers`)
return i}function E(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===y(e))||w(t,"a Float32Array",e)
return e.length}function v(t,e){"number"!=typeof e&&w(t,"a number",e)
Number.isFinite(Math.fround(e))||d("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function R(t,e,r,s,o="LORA_E_RANGE"){"number"!=typeof e&&w(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&d(o,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function L(t,e){const r=v(t,e)
r<0&&d("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function S(t,e,r){const s=r.indexOf(e)
s<0&&d("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${b(e)}`+_(e,r)+n)
return s}function $(t,e,r){return r.get(e)??S(t,e,[...r.keys()])}function I(t,e){"boolean"!=typeof e&&w(t,"true or false",e)
return e}function j(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function N(t,e,r){j(e)||w(`${t}: the argument`,"an object of options",e)
for(const s of Object.keys(e))if(!Object.hasOwn(r,s)){const e=Object.keys(r)
d("LORA_E_OPTION",`${t} has no option ${f(s)}${_(s,e)}; it has ${e.join(", ")}`+n)}}function k(t,e,r){N(t,e,r)
const s={...r}
for(const[t,r]of Object.entries(e))void 0!==r&&(s[t]=r)
return s}var M,F=/* @__PURE__ */Symbol.for("microlora 0.1.0"),P=globalThis
function x(t){const e=t?.[F]
"function"==typeof e&&e()
const r=M
M=void 0
return r}var C=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,F,{value:e=>{void 0===e?M=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:x(t)??w("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return x(this)?.k??"Object"}toJSON(){return T(this).x()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=x(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.k} ${r(s.x(),e)}`}}
function B(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:T}=C,z=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),W=class extends C{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[z],configurable:!0})}free(){T(this).y()}[z](){this.free()}},D=[1,2,3,4,5],H=[[1,0,2,0,-1],[0,1,0,-2,1]],G=[[1,2,0,0,4],[0,2,4,0,-2]],U=[1,0,-1,2,.5],q=[2,3,1,4,10],J=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],Y=/* @__PURE__ */new Map
function Q(t,e){Y.set(t,e)
return t}var V,K,Z=4293918720,X="this is not the microlora.wasm of this release: take the one beside this script",tt=(t=16777216)=>R("memory (bytes)",t,131072,Z),et=class{k="Engine"
N=!0
cb=Y
f=new Float32Array(0)
Z="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.d.lora_free(t)):void 0
constructor(t){const e=t.exports
7!==e.lora_version?.()&&d("LORA_E_MODULE",X)
this._=e.memory
this.d={...e}
this.$=1===this.d.lora_simd()}x(){return{simd:this.$,memoryUsage:this.O()}}O(){return{used:this.d.lora_memory_used(),free:this.d.lora_memory_free(),largestFree:this.d.lora_memory_largest_free()}}q(t,e){return new Float32Array(this._.buffer,t>>>0,e)}aa(t){this.d.lora_grow(t)<0&&d("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.z()}z(){const t=this.d
this.f=this.q(t.lora_transfer(),t.lora_transfer_size())}},rt=T,Engine=class extends C{constructor(t,e,r){const s=new et(t)
s.N=r
s.aa(e)
super(s)
this.simd=s.$
B(this)}get memory(){return rt(this)._}get memoryUsage(){return rt(this).O()}grow(t){rt(this).aa(R("grow: bytes",t,1,Z))}},st=t=>function(t){const{d:e,f:r}=t,s=e.lora_create(5,5,H.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(D)
e.lora_forward(s,0,1,1)
const i=t.q(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[H,G].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(q)
r.set(U)
e.lora_adapt(s,0,1,1)
const n=o(J)
e.lora_free(s)
return i&&n}(rt(t)),ot="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",it=t=>"WebAssembly.Module"===y(t)
function nt(t){const e=k("init",void 0===t||j(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0,warnings:!0})
void 0!==e.module&&void 0!==e.module_or_path&&d("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:tt(e.memory),simd:void 0===e.simd?void 0:I("simd",e.simd),warnings:I("warnings",e.warnings)}}function at(){"object"!=typeof WebAssembly&&d("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function ht(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&d("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&d("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||it(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":X:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
d("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function ct(t){if(it(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===y(t))(t))return t
d("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${y(t)}`)}async function ut(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function dt(t){const e=it(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function lt(o){if(void 0!==o.simd&&!0!==o.simd)return
const i=function({frequent:t,text:o}){const i=new Uint8Array(128*(e.length-r+1)),n=e.length;(t=>[.../* @__PURE__ */new Set([...t,...Array.from({length:256},(t,e)=>e)])])(t).forEach((t,s)=>{const o=s<r?s:s-r,a=s<r?0:1+Math.floor(o/n)
i[128*a+e.charCodeAt(o%n)]=t})
const a=new Uint8Array(o.length)
let h=0
for(let t=0;t<o.length;t++){let e=o.charCodeAt(t)
if(10!==e){e>s&&(e=128*(e-s)+o.charCodeAt(++t))
a[h++]=i[e]}}return a.slice(0,h)}(t)
if(it(i))return i
try{return new WebAssembly.Module(i)}catch(t){if(t instanceof RangeError)return i
if(WebAssembly.validate(i))throw t
return}}var mt=(t,{memory:e,warnings:r})=>new Engine(t,tt(e),r)
function ft(t,e){const r=mt(t,e)
st(r)||d("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&d("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function pt(t){at()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(y(e))&&(e=await fetch(e))
if("Response"===y(e)){const{ok:t,url:r,status:s,headers:o}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||d("LORA_E_MODULE",`${r} answered ${s} ${o.get("Content-Type")}, no wasm: put the file there`)}return ct(e)}(t.module)
return ft(await ut(e),t)}const r=lt(t)
if(void 0!==r){const e=mt(await ut(r),t)
if(st(e))return e}!0===t.simd&&d("LORA_E_SIMD",ot)
const s=await(async()=>(await(import("./small.scalar-wasm.js"))).wasm())().catch(t=>d("LORA_E_SIMD",ot,t)),o=mt(await ut(s),t)
st(o)||d("LORA_E_MODULE","WebAssembly computes wrongly here")
return o}catch(r){return ht(r,t,e)}}function gt(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&d("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
!function(t){Reflect.defineProperty(P,F,{value:t,configurable:!0})}(t)
return t}async function _t(t){const e=nt(t)
if(void 0===V){K??=pt(e).then(t=>V??=t).finally(()=>K=void 0)
await K}return gt(V,e)}function yt(t){const e=nt(t)
V??=function(t){at()
let e
try{if(void 0!==t.module){e=ct(t.module)
return ft(dt(e),t)}const r=lt(t)
if(void 0!==r){const e=mt(dt(r),t)
if(st(e))return e}return d("LORA_E_SIMD",ot)}catch(r){return ht(r,t,e)}}(e)
return gt(V,e)}async function bt(t){return pt(nt(t))}var wt=class{k
c
e=0
constructor(t,e){this.k=t
this.c=void 0!==(r=e)?function(t,e,r,s,o){const i=x(r)
if(i instanceof s)return i
void 0===i&&void 0!==function(t){let e
const r=t?.[F]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&d("LORA_E_OPTION",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return w(t,"one of init or createEngine",r,o)}("engine",0,r,et,"LORA_E_OPTION"):T(V??d("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}E(t,...e){this.e=function(t,e,...r){const s=t.d[e](...r)
s===o.LORA_E_MEMORY&&d("LORA_E_MEMORY",`the arena is full: this needs ${t.d.lora_memory_wanted()} bytes in one piece, and ${t.O().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
s<0&&m(s,e)
t.z()
return s}(this.c,t,...e)
this.c.Z?.register(this,this.e,this)}a(t,...e){const r=this.c.d[`lora_${t}`](this.e,...e)
return r<-1?m(r,t):r}i(){0===this.e&&m(o.LORA_E_HANDLE,"after free()")}y(){if(0!==this.e){this.c.Z?.unregister(this)
this.a("free")
this.e=0}}x(){return{...this.l(),...0===this.e?{freed:!0}:this.u()}}l(){return{}}u(){return{}}},At=["A","B"],Ot=(t,e)=>R(t,e,1,16384,"LORA_E_SHAPE"),Et=class extends wt{constructor(t,e,r,s){super(t,e.engine)
this.r=e.engine
this.Ka=r
this.C=r+s
const{dim:o}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===o?2:0)&&d("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const n=void 0===o?Ot("in",e.in):Ot("dim",o),a=void 0===o?Ot("out",e.out):n,h=R("rank",e.rank,1,64,"LORA_E_SHAPE"),u=v("alpha",e.alpha),l=R("batch",e.batch,1,1024),m=$("optimizer",e.optimizer,c),f=e.optimizer,p=R("seed",e.seed,0,2**32-1),g=I("sharedIO",e.sharedIO),_=void 0!==o
this.E("lora_create",n,a,h,u,void 0===e.learningRate?this.c.d.lora_default_rate(m,n):L("learningRate",e.learningRate),m,p,(_?1:0)+(g?2:0),r,s,l)
this.dim=n
this.in=n
this.out=a
this.rank=h
this.alpha=u
this.batch=l
this.seed=p
this.sharedIO=g
this.residual=_
this.optimizer=f
try{this.F(i,{})}catch(t){this.y()
throw t}}g(t){return t}w(t,e,...r){return this.a(t,this.g(e),...r)}l(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get P(){return this.a("option",0,0)}F(t,e){for(const[r,s,i]of function(t){const{learningRate:e}=k("options",t,{learningRate:void 0})
return void 0===e?[]:[["learningRate",0,L("learningRate",e)]]}(e)){const e=this.c.d.lora_set_option(this.e,t,s,i)
e===o.LORA_E_RANGE&&d("LORA_E_RANGE",`${r} is out of its range, got ${i}; see the types`)
e<0&&m(e,r)}}ba(t){const e=this.g(t),[r,s]=At.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.f.subarray(0,s),t*s)}return o})
return{A:r,B:s}}ca(t,e){const r=this.g(t),{A:s,B:o}=k("setWeights",e,{A:void 0,B:void 0})
A("setWeights: A (rank, in)",s,this.rank*this.in)
A("setWeights: B (rank, out)",o,this.rank*this.out)
const{d:i,f:n}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let a=0;a<this.rank;a++){n.set(e.subarray(a*o,(a+1)*o))
const h=t?i.lora_write_row(this.e,r,s,a):i.lora_check(o)
h<0&&m(h,"setWeights")}})}},vt=["sum","mean"],Rt={loss:void 0,delta:void 0,reduction:void 0},Lt=class extends Et{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
G=this.input
D=1
n(){this.i()
if(0===this.input.length){this.inputs=this.Q("lora_input",this.in)
this.outputs=this.Q("lora_output",this.out)
this.gradients=this.Q("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}Q(t,e){const r=this.c,s=r.d[t](this.e),o=r.d.lora_stride(e)*Float32Array.BYTES_PER_ELEMENT
return Object.freeze(Array.from({length:this.batch},(t,i)=>r.q(s+i*o,e)))}da(t,e,r){const s=this.g(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){A("forward: x",e,this.in)
void 0!==r&&A("forward: out",r,this.out)
o.f.set(e)
i=1}const n=o.d.lora_forward(this.e,s,1,i)
n<0&&this.m(n,"forward",s)
if(void 0!==e){this.n()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}H(t,e){const r=this.g(t),s=this.c
let o=0
if(void 0!==e){A("adapt: gradient",e,this.out)
s.f.set(e)
o=1}const i=s.d.lora_adapt(this.e,r,1,o)
i<0&&this.m(i,"adapt",r)}ea(t,e=this.batch,r){const s=this.g(t),o=this.c,i="number"==typeof e,n=i?R("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):O("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&A("forwardBatch: out",r,n*this.out)
i||o.f.set(e)
const a=o.d.lora_forward(this.e,s,n,i?0:1)
a<0&&this.m(a,"forwardBatch",s)
this.D=n
if(i&&void 0===r)return
const h=this.La(n)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}La(t){const e=this.c,r=e.d.lora_packed_output(this.e,t)>>>0,s=t*this.out
this.G.length===s&&this.G.byteOffset===r||(this.G=e.q(r,s))
return this.G}fa(t,e){const r=this.g(t),s=this.c
let o=this.D
if(void 0!==e){o=O("adaptBatch: G",e,this.out,this.batch)
s.f.set(e)}const i=s.d.lora_adapt(this.e,r,o,void 0===e?0:1)
i<0&&this.m(i,"adaptBatch",r)}o(t,e,r,s,o){const i=this.g(t),n=this.c
let h=0,c=1,u=0
if(void 0!==o){N("learn",o,Rt)
const t=o
void 0!==t.loss&&(h=$("loss",t.loss,a))
void 0!==t.reduction&&(u=S("reduction",t.reduction,vt))
void 0!==t.delta&&(c=function(t,e){const r=v(t,e)
r>0||d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}("delta",t.delta))
1===u&&2===h&&d("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}A("learn: x",e,s*this.in)
A("learn: target",r,s*this.out)
n.f.set(e)
n.f.set(r,e.length)
const l=n.d.lora_learn(this.e,i,s,h,c,u)
l<-1&&this.m(l,"learn",i)
this.D=s
return l}ga(t,e,r,s){const o=O("learnBatch: X",e,this.in,this.batch)
return this.o(t,e,r,o,s)}ha(t,e){const r=this.g(t),{c:s,e:o}=this,i=s.d.lora_adapt_with_reward(o,r,v("reward",e))
i<0&&this.m(i,"adaptWithReward",r)}m(t,e,r){if(t===o.LORA_E_NONFINITE){const t=this.a("delta_norm",r)
t>1e9&&d("LORA_E_NONFINITE",`${e}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate keeps it from growing`)}m(t,e)}},St=T
function $t(t){const e=St(t)
e.n()
return e}var It=class extends W{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
B(this)}get input(){return $t(this).input}get output(){return $t(this).output}get gradient(){return $t(this).gradient}get inputs(){return $t(this).inputs}get outputs(){return $t(this).outputs}get gradients(){return $t(this).gradients}get paramCount(){return St(this).a("param_count")}get learningRate(){return St(this).P}set learningRate(t){const e=L("learningRate",t)
St(this).F(i,{learningRate:e})}},jt="MicroLoRA",Nt=T,kt=class extends Lt{u(){return{learningRate:this.P,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},Mt=class extends It{constructor(t){const e=k(jt,t,h)
super(new kt(jt,e,1,0))}forward(t,e){return Nt(this).da(0,t,e)}adapt(t){Nt(this).H(0,t)}forwardBatch(t,e){return Nt(this).ea(0,t,e)}adaptBatch(t){Nt(this).fa(0,t)}learn(t,e,r){return Nt(this).o(0,t,e,1,r)}learnBatch(t,e,r){return Nt(this).ga(0,t,e,r)}adaptWithReward(t){Nt(this).ha(0,t)}get deltaNorm(){return Nt(this).a("delta_norm",0)}get adaptCount(){return Nt(this).a("adapt_count",0)}get forwardCount(){return Nt(this).a("forward_count",0)}getWeights(){return Nt(this).ba(0)}setWeights(t){
Nt(this).ca(0,t)}reset(){Nt(this).a("reset",i)}},MicroLoRA=class extends Mt{static k=Q("MicroLoRA",this)},Ft=t=>Object.freeze(t.split(" ")),Pt=/* @__PURE__ */Ft("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),xt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */Ft("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */Ft("Join NestedLoopJoin HashJoin MergeJoin"),
aggregation:/* @__PURE__ */Ft("Aggregate GroupBy"),shaping:/* @__PURE__ */Ft("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */Ft("VectorDistance Rerank")}),Ct="ScopedLoRA",Bt=T,Tt={...h,scopes:void 0,categories:void 0,categoryFallback:!0},zt=class extends Lt{constructor(t){const e=k(Ct,t,Tt),r=void 0===e.scopes?Pt:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||w("scopes","an array of names",t)
R("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&d("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?xt:{})
const o=function(t,e){j(t)&&Object.values(t).every(Array.isArray)||w("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&d("LORA_E_SCOPE",`categories: there is no scope ${p(t)}${_(t,[...e.keys()])}`)
r.has(s)&&d("LORA_E_OPTION",`categories: ${f(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),i=I("categoryFallback",e.categoryFallback)
super(Ct,e,r.length,o.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.K=s
this.categoryFallback=i
o.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.za(i)}l(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.l(),scopes:t,categories:e,categoryFallback:r}}u(){return{learningRate:this.P,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}za(t){this.a("set_category_fallback",Number(I("categoryFallback",t)))
this.categoryFallback=t}g(t){return"string"==typeof t?this.K.get(t)??d("LORA_E_SCOPE",`there is no scope ${f(t)}${_(t,this.scopes)}`):R("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},Wt=class extends It{constructor(t){super(new zt(t))}get scopes(){return Bt(this).scopes}get categories(){return Bt(this).categories}scopeName(t){const e=Bt(this)
e.i()
return e.scopes[e.g(t)]}forward(t,e,r){return Bt(this).da(t,e,r)}adapt(t,e){Bt(this).H(t,e)}forwardBatch(t,e,r){return Bt(this).ea(t,e,r)}adaptBatch(t,e){Bt(this).fa(t,e)}learn(t,e,r,s){return Bt(this).o(t,e,r,1,s)}learnBatch(t,e,r,s){return Bt(this).ga(t,e,r,s)}adaptWithReward(t,e){Bt(this).ha(t,e)}deltaNorm(t){return Bt(this).w("delta_norm",t)}adaptCount(t){return Bt(this).w("adapt_count",t)}forwardCount(t){return Bt(this).w("forward_count",t)}get totalAdaptCount(){
return Bt(this).a("total_adapt_count")}get totalForwardCount(){return Bt(this).a("total_forward_count")}get categoryFallback(){return Bt(this).categoryFallback}set categoryFallback(t){Bt(this).za(t)}getWeights(t){return Bt(this).ba(t)}setWeights(t,e){Bt(this).ca(t,e)}reset(t){const e=Bt(this)
e.a("reset",void 0===t?i:e.g(t))}},ScopedLoRA=class extends Wt{static k=Q("ScopedLoRA",this)},Dt="TrajectoryBuffer",Ht=T,Gt=2**32-1,Ut={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function qt(t,e){const r=v(t,e)
r<=0&&d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var Jt={probability:1,limit:1/0,stopped:!1},Yt=/* @__PURE__ */new Map([["operator",0],["attention",1]]),Qt=class extends wt{constructor(t){const e=k(Dt,t,Ut)
super(Dt,e.engine)
this.capacity=R("capacity",e.capacity,1,Gt)
this.dim=R("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=R("operators",e.operators,1,256)
this.E("lora_trajectory_create",this.capacity,this.dim,this.operators)}l(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}u(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends W{static k=Q(Dt,this)
constructor(t){const e=new Qt(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
B(this)}record(t,e,r,s,o,i){const n=Ht(this)
A("embedding",t,n.dim)
R("operator",e,0,n.operators-1)
R("attention",r,0,255)
qt("executionMs",s)
qt("baselineMs",o)
const a=void 0===i?void 0:function(t){const{probability:e,limit:r,stopped:s}=k("record",t,Jt)
v("probability",e)>0&&Number(e)<=1||d("LORA_E_RANGE",`probability must be above 0 and at most 1, got ${e}`)
r!==1/0&&qt("limit",r)
return[Number(e),Number(r),Number(I("stopped",s))]}(i),{d:h,f:c}=n.c,{e:u}=n
c.set(t)
const l=void 0===a?h.lora_trajectory_record(u,e,r,s,o):h.lora_trajectory_record_decision(u,e,r,s,o,...a)
l<0&&m(l,"record")}get length(){return Ht(this).a("trajectory_length")}get totalCount(){return Ht(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Ht(this).a("trajectory_success_rate")}get bestImprovement(){return Ht(this).a("trajectory_best_improvement")}get meanImprovement(){return Ht(this).a("trajectory_mean_improvement")}get variance(){return Ht(this).a("trajectory_variance")}get bestAttention(){return Ht(this).a("trajectory_best_attention")}
highQualityCount(t){return Ht(this).a("trajectory_high_quality_count",v("threshold",t))}countByOperator(t){const e=Ht(this)
R("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Ht(this)
R("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.f.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4),probability:r(5),limit:r(6),stopped:1===r(7)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&w("filter: keep","a function",t)
return[...this].filter(t)}top(t){R("top: count",t,0,Gt)
const e=Array.from({length:this.length},(t,e)=>({improvement:Ht(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=$("statistics: by",t,Yt),r=(t,r)=>Ht(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){R("sample: count",t,0,Gt)
const r=k("sample",e,{by:"uniform",seed:1}),s=1===S("sample: by",r.by,["uniform","improvement"]),o=R("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&d("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Ht(this).a("trajectory_draw",Number(s),o,e)))}reset(){Ht(this).a("trajectory_reset")}}
function Vt(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||d("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const o=Float32Array.from(s)
A(t,o,r)
return o}var Kt=class{constructor(t,e){this.k=t
this.h=e}x(){return T(this.h).x()}y(){this.h.free()}},Zt=class extends Kt{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,Vt("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},Xt=/* @__PURE__ */Ft("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),te=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),ee=T,WasmMicroLoRA=class extends W{constructor(t,e,r){const s=new MicroLoRA(te(t,e,r))
super(new Zt("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return ee(this).inputAddress}get_output_ptr(){return ee(this).outputAddress}forward(){ee(this).forward(0)}forward_array(t){return ee(this).forwardArray(0,t)}adapt(){ee(this).prepare(0)
ee(this).h.adapt()}adapt_array(t){const e=Vt("adapt_array: gradient",t,ee(this).h.dim)
ee(this).prepare(0)
ee(this).h.adapt(e)}adapt_with_reward(t){ee(this).prepare(0)
ee(this).h.adaptWithReward(t)}delta_norm(){return ee(this).h.deltaNorm}adapt_count(){return BigInt(ee(this).h.adaptCount)}forward_count(){return BigInt(ee(this).h.forwardCount-ee(this).hidden(0))}param_count(){return ee(this).h.paramCount}dim(){return ee(this).h.dim}reset(){ee(this).h.reset()
ee(this).reset()}},re=T,WasmScopedLoRA=class extends W{constructor(t,e,r){const s=new ScopedLoRA(te(t,e,r))
super(new Zt("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?Pt[t]:void 0)??d("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return re(this).inputAddress}get_output_ptr(){return re(this).outputAddress}forward(t){re(this).forward(t)}forward_array(t,e){return re(this).forwardArray(t,e)}adapt(t){re(this).prepare(t)
re(this).h.adapt(t)}adapt_array(t,e){const r=Vt("adapt_array: gradient",e,re(this).h.dim)
re(this).prepare(t)
re(this).h.adapt(t,r)}adapt_with_reward(t,e){re(this).prepare(t)
re(this).h.adaptWithReward(t,e)}delta_norm(t){return re(this).h.deltaNorm(t)}adapt_count(t){return BigInt(re(this).h.adaptCount(t))}forward_count(t){return BigInt(re(this).h.forwardCount(t)-re(this).hidden(t))}total_adapt_count(){return BigInt(re(this).h.totalAdaptCount)}total_forward_count(){return BigInt(re(this).h.totalForwardCount-re(this).hiddenInAll)}set_category_fallback(t){re(this).h.categoryFallback=t
re(this).forget()}reset_scope(t){re(this).h.reset(t)
re(this).reset(t)}reset_all(){re(this).h.reset()
re(this).reset()}},se=t=>T(t).h,WasmTrajectoryBuffer=class extends W{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Kt("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=Vt("record: embedding",t,se(this).dim)
se(this).record(i,e,r,s,o)}success_rate(){return se(this).successRate}best_improvement(){return se(this).bestImprovement}mean_improvement(){return se(this).meanImprovement}variance(){return se(this).variance}best_attention(){return se(this).bestAttention}high_quality_count(t){return se(this).highQualityCount(t)}count_by_operator(t){return se(this).countByOperator(t)}len(){return se(this).length}total_count(){return BigInt(se(this).totalCount)}is_empty(){return se(this).isEmpty}reset(){
se(this).reset()}}
export{Xt as COMPAT_SCOPES,xt as DEFAULT_CATEGORIES,Pt as DEFAULT_SCOPES,LoraError,MicroLoRA,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,bt as createEngine,_t as default,yt as initSync}

