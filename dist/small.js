/* microlora 0.1.0, MIT OR Apache-2.0 */
var t={frequent:[32,0,2,1,65,4,3,11,33,106,40,34,5,16,64,8,116,6,12,127,7,253,13,114,15,108,9,128,43,97,10,183,95,54,111,71,124,113,69,101,24,162,17,27,56,57,129,255,36,107,112,14,99,160,18,20,66,100,42,126,70,45,228,55,96,125,68,75,19,230,48,184,252,178,182,31,121,187,26,63,163,77,110,152,119,148],text:`!B}Z}Y%!!!%}u#}-g#66%6g%6%6g%6%Ig%6!g(6666%6g)666%6g#66%Ig!%6g4666666!g#66!g)666!g(6666!g)666%Ig/66666%6g!%Ig/66666!g76666hI6!g#66%hg(6666%Ig#6I%6g)66I%6g(6I66!g/666I6%Ig#II%6g%b%6g)66h!g%6%hg(6666%hg#6I!g%6%bg/66666%hg4666666%6g/66III%Ig/6666I!g/666II%6g#6I%Ig(666I%6g46666I6%Ig*666II666666%6)}s%}q%%%%%O!/!C)!}#2!?2;!4MC[!%?!}%*7*5??/u2!%k!%]} (O;*!} P!5}&)}()(})Cr*C /+)!)!())9/;?(4%(/!777###k%.!##}*[5(/4####%7U!/!%(!%#!%5XXXX}+%!%%%4(744},%]4()200}!99(/%W%??/)%!%42%6%&@@%*7~s?}94}YL}YG:s#!5=G:BE}UG:{B:_!S%C=G:BEB_BW3!}i%C=G:BE=LB:y!}_}!=G:BEB_BW3E{}X3}WE:L{B:_!}g%5=G:BE}]L:}Z}XGy!}G9=G:BE}ULB3}[:L}Z!}b%O=G:BE_L}UB}[=3E:B3L!}d%?=G:BE}Z}X}Y_!}X?=G:BE}V:G{!h0=G:BE}YL}YG:sE}[}ZL_!{0=G:BE}YL}YG:sE}U:LL!sM=G:BE}YL}YG:sE=B:}VL}Z3E}U:LL!}^[=G:BE}YL}YG:sE{By3L_!}]9=G:BE3:By}Z}UL:!}I[=G:BE3:By}Z}UL:E}Z}X}_L!}HC=G:BEY}WLYV!}f%?=G:BE}U:LL!6*=G:BEY:LB3L!}e%C=G:BE}XyW}[3!}a*=G:BEG}[3W}[3!39=G:BE}V:B_}XLy3!b*=G:BE}Z3:}X_L!}W[=G:BEWBYVL_EG}[3W}[3!}Z;=G:BE_L=3BEyG:}Y!}c%0=G:BEB_BW3EYG}[y3!}h%[=G:BE}UG
:{B:_EYG}[y3!@%}!=G:BE3G3B=EB_BW3EYG}[y3!}VM=G:BE3G3B=E}UG:{B:_EYG}[y3!}U0=G:BEWB:B}YEYG}[y3!:*=G:BEGW3}XGy!}[;=G:BE}ZL3EGW3}XGy!,C=G:BE:L}ZL3!}YO=G:BE}ZL3EYB3L}VG:s!=u=G:BE}ZL3EYB3L}VG:sE}UB==}TBYV!V9=G:BE:LB_E:G{!GX=G:BE{:}X3LE:G{!}DO=G:BE:LB_Ey}[}Y}TL:}Z!W[=G:BE{:}X3LEy}[}Y}TL:}Z!}E0=G:BE}WB}ZE=LB:yL_!IO=G:BE:LB_E}UG:{B:_!J[=G:BE{:}X3LE}UG:{B:_!}F} =G:BE:L}ZL:}]LE3:By}Z}UL:!y}!=G:BE3:B,LY3G:sEY:LB3L!}T}!=G:BE3:B,LY3G:sE:LYG:_!}O}!=G:BE3:B,LY3G:sE=Ly}V3}W!}RP=G:BE3:B,LY3G:sE3G3B=EYG}[y3!}K}&=G:BE3:B,LY3G:sE}Z}[YYL}Z}ZE:B3L!}L =G:BE3:B,LY3G:sE}TL}Z3E}X}YW:G}]L}YLy3!_ =G:BE3:B,LY3G:sE}YLByE}X}YW:G}]L}YLy3!}QM=G:BE3:B,LY3G:sE}]B:}XByYL!}J})=G:BE3:B,LY3G:sE}TL}Z3EB33Ly3}XGy!L.=G:BE3:B,LY3G:sE}W}X}V}WEJ}[B=}X3sEYG}[y3!}S+=G:BE3:B,LY3G:sEYG}[y3E}TsEGWL:B3G:!Y} =G:BE3:B,LY3G:sE}V:G}[W!E]=G:BE3:B,LY3G:sE_:B{!Bk=G:BE3:B,LY3G:sE}VL3!g]=G:BE3:B,LY3G:sE:LB_!}Pr=G:BE3:B,LY3G:sE}ZL3E3G3B=EYG}[y3!}M} =G:BE3:B,LY3G:sE:L}ZL3!}N?} %!&%*2}l%}o%}k%}m%}p%}n%}j%f5%7C~ ~,%}q%2! !&#0}-*2! !&%0}-**!&}a&b !0%
P*r! !-#2 !-#(&;,&WJ !-#!&;,&WJ,=*~1%%(}a %(1 %&#3 !,+%)1 # !8!(m.# #8l%8e%+# ) !8!( .) )8l%8e%+) ( !8!(0.( (8l%8e%+( / !8!(!./ /8l%8e%+/ % !&1V.!H9!* # )8e%+# ( /8e%+)* )8r! )8r%}r )8r# )8r)}r}r #8r! #8r%}r #8r# #8r)}r}r}r*A%%6 !-#0 !-#].# !-#Ux(6 % !-#-, #W/ %*&/3,*}G! ! #F#] ! %F#! ! #&2,F#M ! #&0,.#F#( ! % %=&)3.% #,.#F#2 ! % #,.#F#5 ! % #,F#0 !*+! !0%.!(6 !&! % !-#}& !-#M,}@P/&!**}N%)6 %&;J(1 %&;,&WJ+/)1 %+) # (H(1)1 )&;J(1 )&#3 !,&!F#! )&%,+)5%** (&%,+( /&#3 !,+!5%****-%%6&~LS%&~LS%-#! !&0V.!-#!&bJ.%VF#! ! %0r*}.%#6 !-#}9 %&z%=,.)d!|%K(1 ! %0}%+#* # ) #P*u! !&!D}UK ! %YK:K ! !o7~5BJ*~O(#/}a?6 %&#3+; (&#3 ),+0#1 /&%c(1 (K9% %&(3+9 %&m=+X %&/3+5)1 %(1 )8!(m+7 )8!( +2 )8!(0+? )8!(!+C ;+* #+()1 ! !8!(! C (8?#!.48l%8~b%8*(! ! 9,./ /8!(! ? 48l%8~b%8*(! ! 5,./ /8!(! 2 48l%8~b%8*(! ! X,./ /8!(! 7 48l%8~b%8*(! !&0,+! (&(,+( *&(V.*9!** ! X,+! 0 )&1V.)H9!*/ (K9% (&#3+k %&m=+O %&/3+X)1 %(1&!+[ #+5)1 )+( 5+*&@@@@}^8O+4&@@@@}^8O+7&@@@@}^8O+2&@@@@}^8O+? /+9)1 4 (8!(! *8?#!.C8l%8e%+4 ? C (8!(m8l
%8e%+? 2 C (8!( 8l%8e%+2 7 C (8!(08l%8e%+7 ( k,+( * ;,+* 9&%V.99!* ! !8!(! 48~b%8*(! ;&#3 !,.( (8!(! 78~b%8*(! ! X,.( (8!(! 28~b%8*(! ! O,.( (8!(! ?8~b%8*(! 5&(,+5 !&0,+! % [&%,.[H9!** ! O,+! 0 )&1V.)H9!****P! !0%.!(6 !&! % !-#M}@P/&!**k! ! !-#! %0)0}/tR)M*T##/}a76 ((1 (&#3 /,+X %&#3+; %&m=+5 %&/3+0 %&(3+O)1 %(1 ;+9 !+( #+*&@@@@}^8O+4&@@@@}^8O+7&@@@@}^8O+2&@@@@}^8O+?)1 ? (8!(! *8?#!.C8l%8e%+? 4 C ( 5,8!(!8l%8e%+4 7 C ( 0,8!(!8l%8e%+7 2 ( O,8!(! C8l%8e%+2 (&0,.!+( *&(,+* 9&(V.99!*/&@@@@}^8O+?&@@@@}^8O+2&@@@@}^8O+7&@@@@}^8O+4* )(6 4 )8!(m8e%+4 7 )8!( 8e%+7 2 )8!(08e%+2 ? )8!(!8e%+? )&1V/&!*+) / 48*(m / 78*(  / 28*(0 / ?8*(! ! 5,+! X /&1V./H9!***}y(#4}aC6 %&#}D(1 %&#3+0 !+; (+*)1 ;+5 #+X&!8;+/&!8;+4&!8;+7&!8;+2 )(1 )&#3 #,+O 0&#3+[ 0&)3+k)1 / X8!(!.? 58!(08l%8e%+/ 7 58!(! ?8l%8e%+7 2 5 [,.]8!(! X8!(0.?8l%8e%+2 4 ? ]8!(08l%8e%+4 5 k,+5 O X& ,.XH9!* 4 /8e%+4 2 78e%+/* * / 489!%#)2?C*0O[kM}%uP / 489(/4759X;]} }!}#}&}(})r8e%./ /89!%#)2?C*!%#)2?C* / /89(/4759X;(/4759X;8e%./8r%Q#( * /8r!Q#! ;& 
,+; *&2,+* 9&(,+5 9&#,+9 % 5}D9!** % 9H(1 9&#3 (, )(}a )&#3 #,+) %&(3+( %&/3+% 9&(3 !,+*&!8;+/)1 / *8!(! #8!(!8l%8e%+/ C ( *,8!(! #8!(08l%8e%+C % *,+* ) #& ,.#H9!* C /8e%/&!8;*./8r! /8r%}r /8r# /8r)}r}rQ#!**}P%)6 !&oS%-#!0}1.#(1#1 %&}d}b%-#!0}1.)(1&~tS%&oS% # !0}0&@}b%&}d}b% ) %0}0&%+(5%* #&}h}b%c9! #0?&!;** (*F##6%I %&%,+))1 % #H(1 ( # )=&)3 !,A)!Z+( #&%,+#5%** (*~J%#(6#b !^~K!I^1}c+/&~DS%-#!+)&~PS%+%#1)1 %-#!.%(1 / % ),.%-#!.(~,.4}M(1#1 #(1 #-#! (x9%* %+# / 4}F9(** %&2,+%5%** #9!&~TS% !f)!&!;* #-#2 #-#50  #-#!+( # /~%.)&%:F#! ) (H(1 # ),.% )F#( % ( )V0r*&~LS% )&~LS%-#!,F#! #&0,*}S!#1 !-#MA)!&!DB(1 !-#]A)!o7^v}c^!}G9%* %-#! !-#! #-#!&;,&WJ !-#(0}9 %-#( !-#! #-#(&;,&WJ !-#20}9**}z%#(}a#6)1 ) 2j(1 / !8!(!.4 (892?C*59X;!%#)!%#)8E %8!(!.7 (892?C*59X;!%#)!%#)8E8~n%8~l%+/ 2&(,+2 #&#3.? %,+% ! ?,+! ( 48E 78E8~n%8~l%+(5%** (8+! (8+%Z /8+! /8+%ZZ*+! %d!(&%c(6 ! !=&#3&#:/ %-#!&!H**},%%6 !-#2 !-#5.%0}!&7,&}^J !0) %-#!=&%}],*~^%#)I)6 !&!8;8*)! !^!f)0 %-#U.4(1#1 %-#0 4 %-#].7}D(6 %-#- 7W/&!*&/3,A)
0+#)1 / 4H(1 % /0/+7 % /0/A)0.( # # (YP+# /&%,+/ ) 7A)0Z+)5%** ! #R)! ! ) 4nw.)R)2 4&%c9!&!+/&!D+#)1 / 4H(1 # % /0/A)0 )}~.# #NZ+# /&%,+/5%** ! # 4&%VnwR)0***}8%%6 !-#}9.# %&z%=,-#}p%+% !-#M&z%= #, %&z%=,&! %&6HP&! !d!}6P*R##6%}a #8k+/)1 % )j(1 )&#3 !,.( / (8!(!8l%8*(! )&(,+)5%***G%/6 %&;,&WJ./ %c ! )cJK(1)1 #(1 / #&%V.#=&#3 ),+4 % #=&#3 !,+7 %+()1 ((1 (&%V.(&#3.2 4, 7 2,a#!Q#!5%/5)*!*!****C!&@@%&!0O*}b##/6%I %&%,+7)1 % /H(1 % /=&)3 !,+4 /&)3 #,A)!+?&!+()1 ( /H(1 ? (&)3.2 4,A)! ) 2,A)!N}~+? (&%,+(5%** /&)3 ), ? / 7=&)3 !,A)!wR)! /&%,+/5%** %+()1 ((1 (&%V.#&)3./ !,+4 ) /,./A)!+?)1 % (j(1 ? % (=&)3 4,A)! (&)3 ),A)!N}~+? (&%,+(5%** / ? # 7=&)3 !,A)!wR)! #+(5%***f##6%I)1 # )H(1 / )&)3.( !,A)! % (,A)!NZ+/ )&%,+)5%** /*~L%%#6 ! %F#! %&bJ !,.#d!!&%JK(1 #-#2 #-#50  ! !-#! #-#!&bJ,.%F#!*&~DS%-#!+) !-#(.#(1 ! #V.#d!!&%JK(1 #-#2 #-#50  # #-#! !-#!,.%F#!&~DS%-#!+) #+!** !&!F#5 !&~PS%-#!.#F#2 %&bJ !, %F#( ! )V+! #(1 # ), !F#5*&~PS% !F#!*}0%%6 %&~DS%-#!.#,&2,&~PS% %P !F#! !(1 ! #, %F#5**}&! ! %~, #~,
^ }f}df)! ! !0Ff)! !*}#! !0F^-}h~%&@@@(Vp}=!!!}5|*}4!)1 ((1 ! % # ) /00 (&%V+( %&#3 /,+/ )&#3 #,+#5%****! ! %0}!&} ,*}&%%6 !-#2.% %=&%3&;,&WJ !0),*j%%I !&}6x(6 %^% !~,}f~50*/ % %}~.#&!DB %&!D}UK #&!D}T:K !&fc %i!!!~]TTvjL:J !&QcP**}?%#6 !&TT;J.#&eS%-#!}@(1#1&~]S%-#! #&)3,.#}1%( !&[}]H9! % #d!4H9! #-#!+)** )*Q%%6 !-#MA)!&!DB(b !-#!.%&?}D(b !-#]A)!o7 %&)}]~,}b/^!*/^!*}E*d%#6)1 % )H(1 # )&/3 !,A)0Y (,+( )&%,+)5%** (*~b%#*6%I #&%,+2)1 # (H(1 # ( # (jP+? ( 2=&)3 ),+C # (=&)3 ),+* (+/)1 / ?H(1 %&!D ( /c.5P ( # /=.7,.9&)3 !,A)!Z+; 7&)3 ),+X&!+4)1 ( 4H(1 ; 4&)3.7 X,A)! 7 *,A)!N}~+; 4&%,+45%** 9&)3 ), 5(I % ; % ;_P}}/ ; CA)!w*R)! /&%,+/5%** (&%,+(5%***~JX)967I/h}*!&~:(V./U! ) #d!(}7!}N #-#!+4#1#1 %-#5.(-#M(1#1 4&%H(1 (d!(9%*&!+( )&!F#] %-#(&;,&WJ+2 %-#!&;,&WJ+C %-#2+7)1 ( #-#!.4}@(1&!+4 !-#( 7 #-#] ( 2=&#3, 2 ( 7=&#3.? )-#5,0R.M M}s&!p}Q9/ ! % # ( M&%D ) %-#5-#MO0! /^!f#m /&m, ? )-#(, ? )-#2, 70QK9/ O Mt}}il}S}#0 R}S}8Z /a#mtNZ+O [ #-#5 (&#3,a#!t}}il}S}#0 R}S}8Z /a#}5tNZ+[ (&%,+(5%** ) O [ O [_
Pi}.}Q}o~=~q-~lvN !A)MZi!!! !!~lvN.OR)  ) Oi!!!~]TT~kH_.%}7!}M %K(1&%+45(* !-#! 7 )-#2 #-#2 C 40}8K9# !-#( 7 )-#( #-#] 2 40}8+45)** (d!(&%c(1 %-#!&;,&WJ+7 )-#0+2 )-#(+? #-#2+C&!+()1 ( 4H(1 k ( 7=&#3 C, 70(tZ+k (&%,+(5%**&!+( /&m, 4 70++*)1 ( 4H(1 (&#3 ?,&6p&%p *0.&!p}RPQ#! (&%,+(5%** 7&#3+5&!+*&%D+[ )#I)1#1&!D+O&!+( *&)c9!)1 ( 4H(1 O (&#3 ?,a#!t.O ONZ+O (&%,+(5%** 2&! 5o*! 2&% ? C 7 405&%D 2 70(t k ONw.[&!D_K [ [}~&!D}T:9#u 2 7&%D k O [NN}}wq0u 2&% C 7 4 ?0}* *&%,+*5%**&%D 4nw.O [ O [_P.O&%D O&%DYP*R)}E*&!+4 )-#0&! %0)&#3o*! %-#(&;,&WJ+2 %-#2+7 )-#0+? %A)0q+M&!D+[&!D+k&!D+O)1 4 #-#!.(}@(1 #-#0 4 7=.C&#3,+* !-#( 7 #-#] 4 2=&#3, 2 )-#50R+}% )-#2+5 )-#5+X )-#(+9&!+()1 ( 7H(1 ( C,&#3.; 9, (&#3.0 *,a#! M|Q#! 5 ;, X 0,a#! M|Q#! (&%,+(5%** /^!f#n( /&n(, C&#3.( 9, ( 5, 70QK9# #-#5 4&#3,a#!+u /a#~6(+P /a#n(+}& %-#5d!(&%c(1 /&2, %-#2 !-#204.( ! %0] ] ( * /&m,0}4Z+]* O ut.} }}il}S}#0 R}S}8Z PtN.O }%t.}!}}il}S}#0 R}S}8Z }&tN.}# O }#_PZ+O [ }!Z+[ k } Z+k 4&%,+45%**&!+4 Oi!!!~]TT~kHYK [i!!!~]TT~kHYK
:9% %-#2 %-#!&;,&~lTTT)J=&#3 ?, 7 )-#( #-#] 2 (05 ? 7 )-#2 #-#2 %-#!&;,&WJ #-#!05 )&!}7!}M )^@@@@@@@~tvf)Q )^!f)- )^@@@@@@@~tvf)m ) )-#0.7F#] / [R)  / ]R)M / kR)0 / (n.[R)2 / OR)- )-#!+#&!p+M Oi!!}5},~qV5}=YK(1 7 %0)0(+M* M M}s&!p}Q9% )&6D [wR)M / O [wR)Q /^@@@@@@@~tvf)m #A)!+O / !A)M.[&!DNR)1 / O #A)M.O&%D O&%D_PN.OR)}E / OR)}? / [ O&!DNNR)}M ! % /&2, /&m, ) %-#5-#}&O9!K9% /A)}M.Oi!!!~]TT~kHYK9% /A)Q /A)1Z.[ /A)}?&!DN.k [ k_P.[ /A)}E.k )A)-.] )A)M}w.}  ] } _P.] k ]_P.k [ k_Pi!!!~]TT~kHYK9% ) Oi}.}Q}o~=~q-~lvN.O !A)MZi!!! !!~lvN.[R) &%+4 [i!!!~]TT~kHL9% ! %0X ) !A)M OZi!!! !!~lvN.OR)  Oi!!!~]TT~kHL+45%*&!+4* /&~:(,U! 4*}5#%6#h)1 % #H(1 #&#3 !,a#!}k.( ) ) (}RP+) #&%,+#5%** )*~f%#76%}a}*!&@2V.2U! #&#3+C)1 ) ?j(1&!+7&!+/)1 # /H(1 # /=&)3 !,+*&!+4&!8;+5)1 # 4H(1 5 4&(3 %,8!(! 4&)3 *,A)!q8k8l%8e%+5 4&%,+45%** /&(3 2, 58*(! /&%,+/5%**)1 # 7H(1 7&(3./ (, / 2,8!(!8*(! 7&%,+75%** ?&(,+? C&#3./ (,+( % /,+%5%** 2&@2,U!*a%%6 #&}h}b%H(1 !-#!.((1 (0?* % )F#! ! #F#!**}#! ! %j(6 !~,^#}f0k/&}h}b%**}G#)
6%h)1 # (j(1 (&#3./&(:.4 !,a#!+7 ) /, ! /,a#!t %NqQ#! ) 4, 7t %NqQ#! (&#,+(5%***}x?)(I26(h}*!&mV.2U! %-#5.Xd!( #-#](1#1&%D #-#!.9A)-./}~q+O&%D 9A) .(}~q+[ /q+k (q+0)1 C&#c9%&!+; C&%c(1 %-#2 %-#!&;,&WJ=+;*&%D+/&%D+( Xd!(.*K(1 9A)!+(*&!+5 C&%c(1&(+5 9A)M+/* 2 OQ#  2 kQ#}& 2 [Q#M 2 0Q#] 2&!F#5 2 #A)MqQ#2 2 9A)mqQ#- 2 #A)Q}}qQ#U 2 ( /N.( #A)mwqQ#}/ 2&%p (i!!!!!!!@N&%DZq *P&%p Xd!/PQ#0 2&2, ;&#3.* !-#!, * #-#],&!&! %-#2 % 5,-#!&;,&WJ= X-# O2! C&%,+C5!*!*/ !-#( %-#2 #-#( )-#] %-#(&;,&WJ )-#!05 !-#! %-#2 #-#2 )-#2 %-#!&;,&WJ )-#!05* ! #A) R)M #d!}M&%c(1 ! %0X* ! !A) &%DZR) &%p+0&%J(1#1 2&2, %-#2 !-#204.?-#].* *A)!&%DZR)! ?-#M&%D&!D&%D #d!}N&%JP #-#]P.(R)! (&!D}T(1 ? ! %0]/ ?-#( ?-#! #-#2 )-#0 #A)101 ?-#2 ?-#! #-#( #-#5 #A)}?01* %-#2+) %-#5.#d!(&%c(I 2&2, ) !-#204-#( %-#20[/ !-#! ) %-#!&;,&WJ=0(t*+4 )n&)Dw.7&(DN+(&%D+/)1 ( / 4 /NNY(1 /i!!!!!!~]vN+/5%** 7i!!!!!!~/vN+7 /+(#1)1 4&!D_K9% 7 ( 4 (NN_(1 ( (Z+(5%** (+/* /&%DB9!&%D /w.4 / / 4YP.7 !A)MN.(i!!!~]TT~kHYK(1 ! %0X 7 !A)MN+(* 7i!!!~]TT~kHYK (
i!!!~]TT~kHYK:9! !-#! %-#2 %-#!&;,&WJ= /q.00u !-#( %-#2 %-#(&;,&WJ= 4q0u ! 7 !A)MNR)M #d!(&%H9! 2&2, %-#2 !-#204.!-#0+? !-#5+* !-#2+) !-#(+# !-#!.! !=+% 4 4N+7 / /N+(&!+C)1 % CH(1 C&)3.5 #,.! ( !A)!NR)! ) 5,.! 7 !A)!NR)! * 5,.! !A)! /NR)! ? 5,.! !A)! 4NR)! C&%,+C5%**** 2&m,U! 0*5!&% ! %&2cP*}X#)6%I}*!&@(V.)U! !-#!+/)1 ( /H(1 (&)3 ), (&#3 %,a#!tR)! (&%,+(5%** !0}6 !-#5 !-#! ) #0}( ) # !-#!0}) )&@(,U!*&%#6 !0-(1 !-#2.# !-#!.)0[id}=}&~g~_FuvN %Zi~+~s}C} }rb}W}!Z+% # % ) !-#00a**1##6%I !0-(1 !-#(.% !-#!.#0[id}=}&~g~_FuvNi~+~s}C} }rb}W}!Z+) % ) # !-#50a**}B%%b ! !}.)!^~g}g~R}e~d~D}~e~^!h.%f)! % %^})}h}e^~4~G}s~c~M~i}q~+~96b.%^P}h %}e^~gw~@}w~0D}r~d|6b.%^r}h %}e*?! !-#20?*}l%#(h#6 !a#(+/ !a#!+4#1)1 ) 2H(1 2&#3.? %,a#!.( (}s&!p}Q9# # ?,.?a#!.7 7}s&!p}Q9# ! (}k.( 4 ( 4}SP.4Q#! ! ?a#!}k.( / ( /}SP./Q#( 2&%,+25%** )+2* ) 2x*}~#%2}a %&#H(1 ! % # ) (00 # )0(;* ( )(}a )&#3 #,+%)1 / #8!(0.4 48l%8e%+/ 7 #8!(!.2 28l%8e%+7 ? 4 !8!(m8l%8e%+? C 2 !8!(08l%8e%+C * !8!(  48l%8e%+* 5 !8!(! 28l%8e%+5 !&1V+! %
 #& ,.#H9!* / 78e%+7 * 58e%+/ ? C8e%/&!8;*.48r! 48r%}r 48r# 48r)}r}rQ#( ( /8r! /8r%}r /8r# /8r)}r}rQ#! 78r! 78r%}r 78r# 78r)}r}r*f%%6}*!& V.)U! #&%J(1 )&(, % !04-#M^@@@@@@@~tvf)!* )& ,U!*~R%#76%h&% / /&%xP+?#1)1 ( 4H(1 4&)J+C % 4&#}]=+* 4&#3 ),+2&!+7)1 % 7H(1 7&#3 #,.5a#! 2a#!|+9&%+/)1 / ?H(1 9 % /=&#3 5,a#! ( /=&#3 2,a#!|}r+9 /&%,+/5%** 7 *, 7&%,+7&(3 C&#3: !,a#! 9}s.9 9}s&!p}P9%5(** 4&%,+45%** (+4* ( 4x*}r%#76%I %&#3+7&%+4)1 % /H(1 /&)3 ),+2 /&(3 !,+? % /=&)3 ),+C&!+()1 ( 4H(1 % (=&)3 2, ? (&(3 !, 7 #0} .*R)! (&)3 C, *R)! (&%,+(5%** 4&%,+4 /&%,+/5%***}Q%#6}*!&@(V.)U!)1 % (H(1 )&!&@(o*! (&)3 ),^@@@@@@@~tvf)! ! % ) % (=&)3 #,0}( (&%,+(5%** )&@(,U!*d! ( % !0[.(&!D_(I ( !nw/i}J}J}J}J}J}J~Qv* # #N )NNw*}V! !-#}9 %&z%=,+%#1 #&4}D(1 %-#5.%K9% %&-,+%/ #&#V&(}@9%* %-#!.%K9! !-#2 !-#!&;,&~lTTT)J=&! #&%JP&#3 %,;*&!*z%#(6(I)1 % 4H(1 % 4=&)3 !,+2 4&#3./ #,a#!t.? (N+C ) /,a#!t+*&!+/)1 % /H(1 /&)3 2,.7 7A)! C /&#3.7 #,a#!t.5N ? ) 7,a#!tN}~ 5 *N}~ZR)! /&%,+/5%** 4&%,+45%***f%#6&~]S%-#! !&TT;J.%&)3,.
#}1%(&%,+! #&% ! !&@~:!cP}8%( %0}=*}c#%(6#1&~lS%-#!.)K(1&eS%-#!.)&TT;j9% )&%3&@( )P.)&)3~,0k.(K9%&~]S%-#!.#(1 ( #&eS%-#!&)3oC!!&~]S%-#!0?*&~]S% (F#! )&eS%-#!.# # )}@P+/)1 # /H(1 #&)3 (,&%}8%( #0}= #&%,+#5%**&eS% )F#!&~lS%-#!+)*&~]S%-#!&~dS%-#!.(&)3,.#-#!+/&~lS% )&%VF#!&~dS% /F#! # !}7!4 # %F#! #}1%(&[3 (:+#* #*x%#6&~]S%-#!.% !&)3,&!}7!4&~lS%&~lS%-#!.#&%,F#!&~hS%-#!&)3 %,&~dS% #P !F#!&~hS% !F#!*};##6%h#1)1 % ).#H(1 #&%,+) #&#3 !,a#!.( (}s&!p}P9%5#** %+#* % #x*p7#56%h}*!&~])V.(U! !-#}9+7 ! %0C+* ! %0}%+4 !-#!+2 !-#(+9 !-#2+? #-#!+X !0}++/ (&}p),&!&~L!o*! ( %&z%= 7,.7&Q,F#@) (^@@@@@@@~tvf)~L) ( )F#}p) ( /&;,&~lTTT)J&#3 ),.%F#}d) ( ? X=&;,&WJ.;&#3./ %,.%F#}h) ( % /,.CF#}l)&!+% * ! # (&@),0A(1 ( #}.#0f)z# ( #8!#!8*)}h##6 4(1 !0}++% !-#2+5&!+) (&~2#,&!&}9o*! (^!f)~t# (^@@@@@@@~tvf)~l# ( 4&Q,F#Z# ( / C,./F#~/# ( %&;,&~lTTT)J&#3 /,./F#~ # ( / 5 X=&;,&WJ&#3.%,./F#~&# ( % /,.CF#~+# 4 *H(1 9&;,&WJ+/ 2&;,&WJ+9 (&%}7!}l# ( % C,.%F#z# ( ;&#3 %,.;F#}z#)1 ) XH(1 4-#! ? #-#2 ) 9=&#3, 9 (-#z# ) ?=.C&#3,
.200 !A)0q+0&!+%)1 % ?H(1 %&#3.5 (, 2 5,a#! 0|Q#! %&%,+%5%** ; ) /=&#3.%,+2 4-#( ? ( #-#] %, / 20; #-#0 C&#3,+C !A)0q}l+0&!+%)1 % ?H(1 %&#3.5 (, C 5,a#! 0|Q#! %&%,+%5%** 7-#( ? ( 2 / 20; )&%,+)5%***&! 4 ! (&}h#, (&Z#,0AK9%u* 4 *c(1 7-#! *-#! !0)&#3oC!! 7-#2 *-#2 !0}#&)3oC!! 7 *8!)M8*)M* 7 ! (&@), #0}2+0 4(1 4 ! (&Z#, (&}h#,0}2u* 0&%p}Q(1 X !-#2=+) #-#0+#&!+%)1 % )H(1 %&#3 #,.4 4a#! 0|Q#! %&%,+%5%*** 7&%}7!|% !&!}7!m 7 7A)-&%DZR)-&%*+%* (&~]),U! %*}0%%6)1 !-#}& !-#M, %j(1 ! %0j %&%,+%5%** !&!F#}/*}=%#6)1#1 !-#}9+% !-#M #x9! #&z%= %,-#5.%(1 %-#-0?* #&%,+#5%** %-#!0?*}n##(6%h}*!& V.4U!&s+/ !-#}/ #c(1#1 % !-#-H9! ! !-#Q.7-#0H9! 7-#!.7 !-#!./ #02 ) !-#( #02 /&;,&WJ+2&!+/#1)1 # /H(1 /&#3 (, / 2=&#3 7, 20(.?Q#! /&%,+/ ? ?}s&!p}P9%5#** 4 #F#2 4 (F#] 4 7F#0 4 )F#}& 4 !d!m}7!5 4 !-#Q-#5F#M #K9!&!&}_ ! % 4&2, #&;,&~lTTT)J&#3 (,0KP+/5%*&}_+/** 4& ,U! /*i! #&#3&;,&WJ %&;,&WJ, !-#2 %=&)3&~t!,&@6J, !-#(&;,&WJ %=&)=, !0}+&%3,*~&%%/6 # !-#2=+7 !-#!+2 !-#Q+4)1 / 7H(1 /&#3.? 4-#5, ( ?,a#!Q#! /&%,+/5%** 4
-#!.( )H(1 ( ) 2&;,&~lTTT)J #=&#3oC!!* !&%}8%m ! #F#}/ ! %F#- !-#Q !F#0 !-#}9 %&z%=,.! !A)m #nZR)m*~L##26#h}*!&0V./U! !-#}9+# / / !-#  %0+}.)!f)2 %&z%= #,.)-#!&! !0)&#3o*!&%p !-#!.#~1}q}t+C !-#2+7)1 4 7}@(1 !-#!+? !-#2+2&!+()1 # (j(1 /&2,0.+* )-#! 4 (&#}] 2=,&(3 (&)J&#3:, C *|Q#! (&%,+( ?+# 2+75%** 4&%,+45%** )&!}7!|% )&!8;8*)- )^!f)}h% ) CtR)M !-#}9 %&z%=,.%.#-#2&! !0}#&)3o*! %^!f)  %-#5.%(1 %&!&-o*! %-#-&! !0)&#3o*!* #-#2 !-#2 !-#5d!(0}7 /&0,U!*.! !(6&~tS%-#!.! # ) !0P&~tS%-#!/ %**}F#%I%6 !0%.!(1 % !-#}9,+% !-#M+)&!+!)1 ! )H(1 # !&z%= %,A)!Z+# !&%,+!5%**/&bD+#* #**! !&%3&!0O*~s##46#h ! %07.(K(1 !0#;* #&2j(1&{;* (-#2.? #0}3 )x(1&h;*&~tS%-#!.7&(&! #&%JV&(J #&2cP (,-#!.20iK(1&}_;* #&2H(1#1 (-#}9+/#1 #&#V&)x(1#1&!p}=~J}v1~w #&)jP+C&!+!)1 ! 2c9%&I+4 C !&#3 7,a#!.*EK9) !&%,+! *}=~J}v1}aE9!*5#** %&z%= /,+/ #&4}D(1 /-#5K9#*&!+!&s+4 ( % #0v.%K9!)1 ! 2H(1 ) !&#}] ?=,&(3 !&)J&#3: %, !&#3 7,a#!Q#! !&%,+!5%** #&#}@(1 / (0X /&%}7!|% /-#2 (-#2 (-#5d!(0}7 (&!F#}/&!;*&!+4* 4;**&s*~9/#C6#I}*!& V.*U! !
 %07./(1#1&h+! /-#2.4 /-#5.70U #H9!&oS%-#! #&%3}@9! /-#}9 %&z%=,+(&~tS%-#!.)A)-+9#1 )A)}E.X&!D}T(1 % /-#M.!}@+# ! %x 9&!DB:9%/&%+# 9&!DB9%* (-#5&!H+#*&!+! 4 70U+%)1 ! %H(1 #&%J&!+#(1 !&]x(6 !&@@%,d!!/&Q*&T%J !&)3 ),A)!0},+#* !&%,+!5%**&I+! #&%JK9! )A)@% )A)}h%&(DNLK9! )&~&%,+2 7d!(&%c(1#1 *&(, 4 204.%-#]A)!i!!!!!!1}=0*K9# %-#MA)!.9&#D0*K9# %-#2+? %-#(+C %-#!.4 4=+7&!+#)1 # 7H(1 #&)3.5 C,A)!}wih~?|}+~,}@p}IYK9( #&%,+# ? 5,A)!}wih~?|}+~,}@p}IY9%5(** 9&!D}T9! 4&%,+4 %-#0+? %-#5+%&!+#)1 # 7}D9% #&)3.C %,A)!&!D_K9) # 4,+# ? C,A)!&!D_9!*5#**&s+! X&!D}T9! ( )A)!R)- ( )A)2R)m ( )A)0R)  ( )A) &!D}T}7!|% ( )A)}h%qQ#}l% ( )A)@%qQ#}h% ( /0X ( )A)M.9 (A)M.X 9 X_PR)M (-#2 2 /-#2 /-#50}!&)3oC!!&!+! /&!F#}/*/ !0#+!* *& ,U! !*~d#)/6)I%h !&!07.#(1#1&h+/ %&(}@9! %&oS%-#!&%}]j9!&~tS%-#!.(A)M+7 #-#2+4 (A)2+2 (A)!.? #-#Mn0*(1#1 2 #-#U&%,n0*K9!&% (A)00},K9!&% 70},K 7&%DB:9! % 2o) 4=&(,c+)**&!+!)1 )&%J.) ! %}@J(1 !&)3 (,A)!q.C C}s&!p}P+) !&%,+!5%**&I+/ )K9! #-#Q #F#0 # 7&%DB}7!}2 # 2o).!F#}/ # ?o)F#- # (A)0&%
DB}7!m (& ,+) ! 4=+% #-#Q+#&!+/&!+!)1 ! %H(1 #-#5 !&#3, )A)!qQ#! !&%,+! )&2,+)5%***/ !0#+/* /*(!&4*?!&oS%-#!*?!&~tS%-#!*}2#%6%I}*!& V.%U! !0!.!(I %&2, !0M %A)M/&bD* %& ,U!*]! !0!.!(I !A)!/&bD**}2%%6 !0!.!K(1&bD;* !-#U.%(I !-#0 %&!D0}.n %nw/&!D**B##6%I !0!.!K(1&b;*&I+# %i!!!!!!1}=Y(1#1 % !-#U.)n.(}UK % %o7~5}T:9! % (}T(1 !-#] )j9%* ! %R)!&!+#** #*})! !0!.!(6 !^!f#U !^!f)!&!/&b**n#)#6%I%h !0!.!K(1&b;*&I+/ #&T%x(1#1 % !-# }D9! ) )}~&!D}T ( (}~&!D}T:K(1#1 )&!DL (&!DL:9# ( )w&6DZ.7i!!!~]TT~kHLK9!&~tS%-#!.4 !-#M&%02&}_+/ 4 !-#}&0(.2 2}s&!p}Q9# !-#5 !-#}&./ !-#-=&#3, 4 /&#3oC!! !-#0 !-#-&/3,./ #}7!}% / %}7!M / 7R)0 / (R)2 / )R)!&!+/ ! !-#-&%,.%&! % !-#].#HPF#- # !-#U.%j(1 ! %&%,F#U* ! !A)!&%DZR)!5#**&}_;** /*g%#6 !0!.!K(1&b;* !-#U.# %x(1&I;*&~tS%-#! !-#5 # !-#].)}D(6 % !-#-, )W/ %* !-#}&=&#3, !-#M&#3oC!!&!*}2#%6%I}*!& V.%U! !0!.!(I %&2, !0M %A)0/&bD* %& ,U!*} ! !0!.!(I !-#Un/&bD**A! !0!.!K(1&bD;* % %}T(I&}_D/ !-#0 !-#U %0}.n**~o%#(I/6 !0!.?K(1&bD;* %&%j )&#j:(I&{D/&}%&M %&%cP+C ?-#U+*&!+%&!+!
)1 ! *H(1 # C ? !0/.5,d!!c+2 ( 5A)0Z ( 2P+( !&%,+! % 2,+%5%** %(I ( %n./w+4&!+!&!D+()1 ! *H(1 ( ? !0/.2A)0 4}~.7 7NZ ( # 2 C,d!!cP+( !&%,+!5%** ( /&6DZw /w}}/&!D*+( 4 ( )&%cP %n )P**G%%I !0!.!K(1&bD;* !-#U %x(1&ID;*&{D+) ! %0/+!#1#1#1#1#1#1 #X/()#%!/* !A)0+)5(* !A)2;* !A)!;* !d!}%n;* !d!Mn;* )*}i###I)6}*!&0V.2U! !0!.4(1#1 %&%j(1&{+%5%* 4-#U.7K(1&s+%5%*&!+!)1 %&%c ! 7}@J(1 (&!D 4 !0/A)0.( (&!DYPZ+( !&%,+!5%** 2&2, # )0+0.t&%DZi!!!!!!~]vN+/ (&!D_K(1 / 7nNo)+%5%* ( /N+(&!+%&!+!)1 (&!D}UK ! 7}D:K(1 ! %&!D 4 !0/A)0./ /&!DYP./&!D_P+% ( /}~+( !&%,+!5%***/&b+%* 2&0,U! %*t%#(6#b&h+( %&%V&TT!x(1#1&I+( !K #&S#V&@b}@:9!&}^+(0}&K9! !~,.7 %&;,&~lT)J.4~,b^#}f.2 7^/}fI^mI0k./K9! 2~% /,.) #F#  ) 4F#}& ) %F#M ) !F#] ) /F#5 ) /F#2 )^!f#U )^!f)! ) )&m,F#0&# )0^.(9! )0f&}^+(** (*}R%)6 !0!.!K(1&bD;* !-#  %x(1&ID;* !-#0+) !-#U+(&!+!)1 ! (H(1 % !&/3 ),d!Mc #,+# !&%,+!5%** #n*}2#%6%I}*!& V.%U! !0!.!(I %&2, !0M %A)2/&bD* %& ,U!*~w%#76#I}*!&@MV.#U! !0!.%(I #&@2,&!&@0o*! #&!&@2o*! %-#U+)&!+!)1 ! )H(1 #&@2, % !0/.
(d!}%.4&)3,.7 (A)0 7A)!ZR)! 4&#3 #,.( (-#!&%,F#! !&%,+!5%**&!+%&!+!)1 !&@#H(1 !&#3 #,-#!.)(1 #&@2, !&)3,A)! )nw.? 2L %J+% 2 ? %P+2 / ! %P+/&%+%* !&%,+!5%** /n/&bD* #&@M,U!*2! !&m0x*2! !&-0x*C! !&;,&WJ*(!&%*~c%#%h%6 !0%.!K(1&b;* %&6H(1 !-#}& !-#M, %x(1&}a;** #&?j(1&{;* #(1&{&! ) !-#}9 %&! %&6HP&z%=, #&)3,A)Q}TP;*&}_&I&! )&!DYP )q.( (}s&!p}QP.#K(1#1 %&6H(1 !-#}9 %&z%=, )R)Q&!+#5%* !-#}& !-#M,+/ !-#}9+!&!+#&!+%)1 % /H(1 %&z%= !, )R)Q %&%,+%5%**** #*d! !0%.!K(1&b;* %&%j(6&{/ !&!F#}/ ! %&%c}7!}6&!**}?%%6 ! %09.)K(1 !0#;*#6 #&6H(1&I # )-#}&}D9%u* )&!F#}/ )-#}9 %&z%=, #F#}p%&!**}8! !0%.!K(1&b;* %&6c(1 !0c&!;* !-#M %x(6&}a/ ! %0j !&!F#}/&!**9!&!&}^ !&!0OP*~.%%(6 ! %07.((1#1 #&2j(1&{;* (-#2.4 #0}3 )x(1&h;*&s+/ #&2c9!&~tS%-#! ( % #0v.7K9!+% #&#3&(J (,-#!+#&!+/&!+!)1 ! #H(1 !&#3 %, ) !&#}] 4=,&(3 !&)J&#3: 7,a#!Q#! !&%,+!5%***/ !0#+/* /*~=%#)6%I ! %07.)K(1 !0#;* )-#2 )-#50U.!0}C(1 )-#}9+(&~tS%-#!.#&!&~&%o*! # %&z%= (,.%A)-R)! # %A)mR)2 # %A) R)0 %A)M+/ # %d!|%nR)  # /R)M # %a#}h%tR)@% # %a#}l%tR)}h
% #&~&%, %-#2 )-#2 )-#50}!&)3oC!!/&}^+!* !*~P%%46 !&!07.%K(1 !0#;* %-#( %-#2 %-#U=,&(,0}C(6&!+!&~tS%-#!+) %-#Q./-#0 %c(1 %-#}/+( %-#-+4 %d!m+#* )^!f)M ) (nR)2 ) #&! (PnR)0 ) 4&! (PnR)! )& ,+# ( %-#2=+%)1 ! %H(1 # /-#5 !&#3,a#!tR)! !&%,+! #&2,+#5%** # )V&)}[/&}^**+! !0%.!(I !-#2 !-#( !-#!,=n/&bD**~6%%?6 !0%.!(1#1 % !-#Uj9! !-#Q-#(+# !-#(.)&;,&WJ.2 )c9!&~tS%-#!+/ )&#3+?)1 % (H(1 ( 2=&#3 #,+4 ) (=&#3 /,+7 # /c(1&!+!)1 ! )H(1 !&#3.C 7, 4 C,a#!Q#! !&%,+!5%**/ 7 4 ?oC!!* (&%,+(5%** /+#** #*}!! !0%.!(6 !-#Q-#(/&!**f%%6 ! %07.)K(1 !0#D;* #&?x(I )-#}9 %&z%=, #&)3,A)Q/&{D**C!&~TS%}.)!~5*C!&~LS%-#!n*}A%(6&~DS%-#!+#&~PS%+!)1 !-#!.!(1 % ! #,.!-#!.) % )jP+% !&2,+!5%** %&0V&! %Pn*[!&~HS%-#!&~LS%-#!Vn*~O2)]6)I%h}*!&}p#V.4U!&{D+u )&#j /&%j:K(1#1 )&#3&}hS%,-#!.5K9! /&%c(1 5d!!&%JK9%* 5d!%&%c(1&ID+u (&!D_K9% (q.}( }(}s&!p}Q9%* !0%.!K(1&bD+u5%* !-#M %x(1&}aD+u5%*&hD+u !-#U.) #&%Vx9!&oS%}6#! #~, !-#(.7&;,&WJ~, !-#!.*&;,&WJ.C~,Ib}I9! ! )&!0}@&}d}b%-#!j9!&!+)&~tS%-#!.2 # C=&#3,+C # *=&#3 2, 7 # C0P 2 !-#! # 
20P !-#5d!( !-#( !-#2+0&@}b%-#!+9 2 !-#! #02 C !-#( #02 ! %0C-#! !-#2 2 !-#!&;,&WJ.7 # #&;,&~lTTT)J&#3 9,.*0}* # 0=&;,&~lTTT)J&#3 *,+X&;,&WJ+O)1 # )H(1 )&#3 9, ) 7=&#3 2, 70(.}(Q#! )&%,+)&}_D+u }( }(}s&!p}P9%5#** # !-#2=+7&!+))1 ) 7H(1 )&#3&}_D+u )&%,+) *,a#!.}( }(}s&!p}P9%5#**&%+[ #&%c(1#1 /&%c !d!}5&%H:9! 5d!2&%JK9! ! %0}%&!H+[** !-#(&;,&WJ+k&!+7 ! %0C+} )1 # 7H(1 !-#2+? !-#!+) 4 !-#5d!(}7!! 4 7&#3 9,a#!tR)2 7 k=.}!&#3 C,+; 7 )&;,&WJ=+}# 7 ?=&#3 *,+M !A)0q+}(&!+))1 ) ?H(1 )&#3.}% 4&0,, M }%,a#! }(|Q#! )&%,+)5%** } -#( ? 4&0, }#&#3 2,&! !d!}5P !-#(&;,&WJ }!&#3 X,.)0; ) ; !-#(.)&;,&WJ.? ( 4 5-#(O}!!+u 7&%,+7 /&%c(I )n+P 4d!!K(1 ;&%D Pw ? ;0m* u Pw/ u* }&Z+}&5%** }& #nw+u&%J 0&#H [::K(1 C&% C O 4&0,00 4a#0ti!!!!!!~]vN+u* 4 CF#U 4 *F#  4 9F#}& 4 2F#M 4&%}7!] 4 #F#0 ! % 4&0, # k=&#3 X,0K(1 !-#Q-#( X # O=&#3oC!! ! % # 2 *0}A !&!}7!m/&}_D+u*** 4&}p#,U! u*}!! !0%.!(6 !-#Q-#!/&!**U%%6 ! %07.#(6 #-#}9 %&z%=,d!|%/ !0#**~,%%)6 !(1 !&0}] !&TT)J&!H,1!&6c(1&}^;**v!&03&~:}b%V+!#1&~DS%-#!.%(1&~HS%-#!
.# !c9%/ !&@%}@9%&~DS%&~:}b%F#!&~l}b%^%f)!&~:!+#&~:}b%+%*&~HS% !F#! ! %,.)&5V ! #V.!F#! )&0V&%F#! % #,&0V !0r*0}&u&!*}!! !0%.!(6 !-#Q-#2/&!**L%)6&b+# !&TT;J.%&eS%-#!}@(1#1&~]S%-#! %&)3,.%}1%( !&[}]H9! %d!4.)K9! %-#! )&#3&~/S%,-#!-#!O)! !0&&!+#** #*U%%6 ! %09.#(I #-#}9 %&z%=,A)m/ !0#D**~n#)?6#h%I )&%j(1&{;* !0%.(K(1&b;* (-#M %x(1&}a;* (-#U #&%Vx(1&h;*&!+! ) (-#Q-#! (-#! #0}B+7&@}b%-#!+2 ( %0C+/ (-#2+? 7 (-#!.) #02 (A)0 /-#! ? 7 )&;,&WJ # 20}* # ?=.4&;,&~lTTT)J&#3 2,+)q+X#1)1 ! 4c9% !&#3.C 2,a#!.9 9}s&!p}P(1 ) C, 9 X|Q#! !&%,+!5%**&}_;* (-#(&;,&WJ.C&! 7&! (d!}5P.4P+* /-#(+5 (-#Q-#(+/ #+!)1 !(1 5 ? ) 4 C /0; !&%V+! C&#3 /,+/ *&#3 4,+4 ?&#3 ),+)5%** ( % # 7 20}A&!*(!&!*l%#%I*6 ! %09.)K(1 !0#D;* )-#2.2&#3+/ )-#(&;,&WJ+? )-#!&;,&WJ+C ) %0C.!-#(+4 !-#!+7&!+!&%+()1 ! 2H(1 !&(3.% 4,+* % 7,+5&!+%)1 % (H(1 # 5 %&(3.9 7, / C0}  * 4 9, / ?0} N.# # #Z ! %cPZ+# %&%,+%5%** (&%,+( !&%,+!5%**&!D # #&!DYP}} )A)0}wN*}H%#I&{D+# !&(x(1#1 !&#3&~p@%,-#!.!K9!&hD+# %&%V&TT!j9! !A)0 %nw.# !A)2.) # )YP+#** #*n7)4
6%h)b}*!&~L!V.*U!&h+9 !&%V&TT!j %&%V&TT!j: #&%V&vj:K(1#1 )q.O O}s&!p}Q(1&}_+95%*&}_&I&! (&!DY.;P (q.O O}s.O&!p}QP+9 O&!p}Q ;:9!&{+9 /&(j 7&%j:9! /&#3&~p@%,-#!./K9! ! %H(1&h+9 79%*&I+9 2&S V&@g}@ 2 ?}@: C&S2V&@}^}@:9! * )R)}? * /F#i * #F#1 * %F#}9 * !F#Q&}^+90}&K9! * *}.)}?f)0 * *8!)Q8*)! * 7}7!m * CF#}/ * 4F#  * (R)M * 2F#U * ?F#- *0)+# ?~, 2~,I.[ *0}#~,b^)}f+k C *-#2 *-#!&;,&WJ, *-#(&%3&}),&gJ,=&%,&bJ&#3.X~, [ #~,b^#}f.] k [^z%bIII^e!I0k.#K9! X ]~% #,.; k~%,.5,./ *8!)Q8*)! / CF#U / ?F#}& / 2F#M&!+2 /&!F#}? /&%}8!}6 / 7}7!}5 / 4F#  /^!f)1 /&!}7!f / *}.)}?f)0 / /&~L!,.4F#}9 / [~%.7&z%= 4,.4F#Q 5&! Xo*! 4 5F#! 4&!F#0 4 C *-#!&;,&WJ.?=&#3 5,.5F#( 4 5 C *-#(&;,&WJ.X=&#3.0,.5F#2 4 5 0,F#5 *-#2.4 X=+5 4 ?=+?)1 7 2j(1 /-#}9 2&z%=,.4&6F#}p% 4^!f#5 4 ;F#2 4 ?&#3 #,.XF#( 4 #F#!&Q+#)1 #&}h%H(1 # 4,^!f)! #&2,+#5%** 4^~5z~=}q~j~0~ZN};f)}W 4^~*}n~V~D~i~u8~svf)g 4^~I}w~1l~H}w~1~rvf)}M 4^@@@@@@@~tvf)}E 4 (R)Q 2&%,+2 5&#3 X,+# *0}#&)3 ;,+;5%** /0c&% /0^.#(1 C %&;,&~lT)J !&;,&~lT)J,= *&Q, C&~:!0}@0O(1 #
+95#/ #0&** /0H** *&~L!,U! 9*}1%%6&~tS%-#!.%K(1&}^;*&oS%-#! !}@(6&h/&!&}_ % !0iP**}k#)(6%h%I ! %09.)K(1 !0#;* )-#}9 %&z%=,A)@%&!DB(1 )-#! )-#(H(1&h;** #q.7 7}s&!p}Q(1&}_;*&s+! )-#}/&%c(1#1 % )-#-H9! ) )-#Q.(-#0H9!&@}b%-#!+4&~tS%-#!+/ (-#!.! )-#!.(&%02 ! ! (&;,&WJ.(0(.7}=2~b}9})}R(I ! !&( (0} / 7t*}}.2&!D}T(I&#D&#D # #&#D_P.#}x #&bDYP 2w/&!D* ( /0m ) %&% / 40}?+!** !*U%%6 ! %09.#(I #-#}9 %&z%=,A)-/ !0#D**}P! )&%j(1&{;* !0%.!K(1&b;* !-#M %x(1&}a;* !-#U #&%Vx(6&h/ ! % # ) !-#Q-#2 !-#( #0}B&@}b%-#!0}?**4! !0H*_#%}a%6&!+))1 ) /}@(1 )&#3.( %,.78!(!+4 7 4 !8?#U # (,8!(! !8?#!8l% 4 !8?#(8l%8e%8l%8~b%8*(! )&(,+)5%***~,%##h#6 %-#2.! )&%,=+? ! )=+) 4-#!.!A)!q #-#!~1}t.( /q.7|+2 ( !A)Mq| 7| %A)0q.(|+7 4-#2+% 4-#5+C 4-#(+4 #-#0+#)1 ) ?}@(1 )&#3.! 4, 7 ! #,a#!|Q#! ! %, 2 ! C,a#! (||Q#! )&%,+)5%***~X/)#65I%h}*!&Z5V.)U! 4 (t.?R)}? 4 #-#5a#!.} t.CR)1 } &!p}SK (&!p}SK %A)0&!DB::(1 4-#(+! 4-#2+7 %-#2+%&!+#)1 % #H(1 #&#3.2 7,&!F#! ! 2,&!F#! #&%,+#5%** 4&!}7!}N/ #-#0+2 )&}d5, %-#2 !-#204.7-#!+# 4-#!A)!+* 7
 ! %0] 7 2 )&@2,0}4+9 7 7-#! 7-#( %A)0 C / /N ?N.O0};0}5 4-#5+2&!+!)1 ! #H(1 !&)3 ), !&#3 2,a#!t /NR)! !&%,+!5%** 7-#0 # ) )&@(,.!0}( ) ! #0})+X 7-#2+7&!D+?&!+!)1 ! #H(1 ? )&@(,.2 !&)3,A)! ! #=&)3 7, 2 #0})NZ+? !&%,+!5%** X ?w&%D ? X_P.[ * 9 CZ %A)0.*Nw.;N+k 4-#!A)M ;N+]&!+!&!D+?)1 ! #H(1 ] !&)3.% )&@2,,.7A)!N+5 7 5R)! k % )&@(,,.%A)!N+0 % 0R)! ? 5 0NZ+? !&%,+!5%**&%D+5 * CN ?N}w.? 9 *i!!!!!!~]vN ;N.9N}w.* X [N 9 CNN Ow}w.CZ_(1 * ? C}~w+5* 4-#2+% 4-#(+4&!+!)1 ! #H(1 !&#3.7 4, !&)3.2 )&@2,,A)! /NqQ#! % 7, 5 2 )&@(,,A)!NqQ#! !&%,+!5%*** )&Z5,U!*}D%#6&!+()1 # (j(1 (&#3./ %,.4 ! /,8!(! 48!(!8~b%8*(! (&(,+(5%** % #0(ti!!!!!!~]vN*u! ) )A)- )A)M )A)2NZR)-&%*~+))(64I%h}*!& V.4U! %0)+7 (^!f)M#6 %A)0&!D}T(1#1 #A)2&!D_K9! #A)M&!D_K9! )A)!+C (-#]+2 4&(, %-#2 !-#204./ ! %0] /0}6 / /-#! /-#( %A)0 #A)2 #A)M0};0}5 /-#0 %-#2 (-#0 %0)&#3,.!0}: ! 2 %-#2 %-#!&;,&WJ (-#00d /-#5 %-#2 !0}: ! %-#2.! %-#!&;,&~lTTT)J=&#3./ 2, ! %-#(&;,&WJ / (-#0,0d (-#!A)!+* (A)}E+5 %A)0+? #A)0+9 #A)2+X ( (-#0.!F#] ( * 5 ? ?NN 
X 9ZNw C}xNR)M&! ! 70(.; ;}s&!p}Q9#u (A)M+?** ) )A)- ?}w (-#] 70}/tN (-#!A)M.?&%D ?&%D_PNZR)-&%* 4& ,U!**~ %7!&@@%*} }6}6}6F%}6FFFF%  }6QfFFQQQ!&Z@%*}%}a]~-H~^}_|v}a]~-H~^}_]1%!!!#!!!)!&~@@%*}3%%!!!!!!!!~]v!!!~]TT~kH(!!!/!!!)!!!!!!!%!!!4!!!%!!!M1!&}dS%*411!!}W1!&|S%*%%!&ZS%*/7!!!2!&~2S%*4Z1!!~ 1`},e=Array.from({length:95},(t,e)=>String.fromCharCode(32+e)).filter(t=>!"\"'`$\\<>".includes(t)).join(""),r=e.length-2,s=e.charCodeAt(r-1),o={LORA_E_HANDLE:-2,
LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},i=4294967295,n="; the full edition, 'microlora', has more",a=/* @__PURE__ */new Map([["mse",0]]),h={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",learningRate:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},c=/* @__PURE__ */new Map([["sgd",0],["preconditioned",4]]),u=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[u]:super[Symbol.hasInstance](e)}get[u](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function d(t,e,r){throw new LoraError(t,e,r)}var l={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${n}`}
function f(t,e){const r=Object.keys(o),[s]=r.filter(e=>o[e]===t)
d(s,`${e}: ${l[s]??s}`)}var m=t=>t.length>80?`${t.slice(0,79)}…`:t,p=t=>m(JSON.stringify(t))
function g(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const n=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(n,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function _(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=g(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${m(s)}?)`}var y=t=>Object.prototype.toString.call(t).slice(8,-1),w=t=>"string"==typeof t?p(t):m(Object(t)===t?y(t):String(t)),b=(t,e,r,s="LORA_E_TYPE")=>d(s,`${t} must be ${e}, got ${w(r)}`)
function A(t,e,r){const s=E(t,e)
s!==r&&d("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function O(t,e,r,s){const o=E(t,e),i=o/r;(!Number.isInteger(i)||i<1||i>s)&&d("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers${s>1024?"":` ({ batch: ${s} } when it was created)`}, got ${o} numbers`)
return i}function E(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===y(e))||b(t,"a Float32Array",e)
return e.length}function v(t,e){"number"!=typeof e&&b(t,"a number",e)
Number.isFinite(Math.fround(e))||d("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function R(t,e,r,s,o="LORA_E_RANGE"){"number"!=typeof e&&b(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&d(o,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function L(t,e){const r=v(t,e)
r<0&&d("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function S(t,e,r){const s=r.indexOf(e)
s<0&&d("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${w(e)}`+_(e,r)+n)
return s}function j(t,e,r){return r.get(e)??S(t,e,[...r.keys()])}function I(t,e){"boolean"!=typeof e&&b(t,"true or false",e)
return e}function $(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function k(t,e,r){$(e)||b(`${t}: the argument`,"an object of options",e)
for(const s of Object.keys(e))if(!Object.hasOwn(r,s)){const e=Object.keys(r)
d("LORA_E_OPTION",`${t} has no option ${m(s)}${_(s,e)}; it has ${e.join(", ")}`+n)}}function N(t,e,r){k(t,e,r)
const s={...r}
for(const[t,r]of Object.entries(e))void 0!==r&&(s[t]=r)
return s}var M,C=/* @__PURE__ */Symbol.for("microlora 0.1.0"),F=globalThis
function T(t){const e=t?.[C]
"function"==typeof e&&e()
const r=M
M=void 0
return r}var B=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,C,{value:e=>{void 0===e?M=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:T(t)??b("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return T(this)?.k??"Object"}toJSON(){return x(this).q()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=T(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.k} ${r(s.q(),e)}`}}
function P(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:x}=B,W=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),z=class extends B{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[W],configurable:!0})}free(){x(this).w()}[W](){this.free()}},D=[1,2,3,4,5],H=[[1,0,2,0,-1],[0,1,0,-2,1]],U=[[1,2,0,0,4],[0,2,4,0,-2]],J=[1,0,-1,2,.5],q=[2,3,1,4,10],G=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],Y=/* @__PURE__ */new Map
function V(t,e){Y.set(t,e)
return t}var X,K,Z=4293918720,Q="this is not the microlora.wasm of this release: take the one beside this script",tt=(t=16777216)=>R("memory (bytes)",t,131072,Z),et=class{k="Engine"
G=!0
Ca=Y
g=new Float32Array(0)
R="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.d.lora_free(t)):void 0
constructor(t){const e=t.exports
6!==e.lora_version?.()&&d("LORA_E_MODULE",Q)
this.S=e.memory
this.d={...e}
this.T=1===this.d.lora_simd()}q(){return{simd:this.T,memoryUsage:this.H()}}H(){return{used:this.d.lora_memory_used(),free:this.d.lora_memory_free(),largestFree:this.d.lora_memory_largest_free()}}n(t,e){return new Float32Array(this.S.buffer,t>>>0,e)}U(t){this.d.lora_grow(t)<0&&d("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.r()}r(){const t=this.d
this.g=this.n(t.lora_transfer(),t.lora_transfer_size())}},rt=x,Engine=class extends B{constructor(t,e,r){const s=new et(t)
s.G=r
s.U(e)
super(s)
this.simd=s.T
P(this)}get memory(){return rt(this).S}get memoryUsage(){return rt(this).H()}grow(t){rt(this).U(R("grow: bytes",t,1,Z))}},st=t=>function(t){const{d:e,g:r}=t,s=e.lora_create(5,5,H.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(D)
e.lora_forward(s,0,1,1)
const i=t.n(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[H,U].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(q)
r.set(J)
e.lora_adapt(s,0,1,1)
const n=o(G)
e.lora_free(s)
return i&&n}(rt(t)),ot="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",it=t=>"WebAssembly.Module"===y(t)
function nt(t){const e=N("init",void 0===t||$(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0,warnings:!0})
void 0!==e.module&&void 0!==e.module_or_path&&d("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:tt(e.memory),simd:void 0===e.simd?void 0:I("simd",e.simd),warnings:I("warnings",e.warnings)}}function at(){"object"!=typeof WebAssembly&&d("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function ht(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&d("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&d("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||it(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":Q:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
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
return}}var ft=(t,{memory:e,warnings:r})=>new Engine(t,tt(e),r)
function mt(t,e){const r=ft(t,e)
st(r)||d("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&d("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function pt(t){at()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(y(e))&&(e=await fetch(e))
if("Response"===y(e)){const{ok:t,url:r,status:s,headers:o}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||d("LORA_E_MODULE",`${r} answered ${s} ${o.get("Content-Type")}, no wasm: put the file there`)}return ct(e)}(t.module)
return mt(await ut(e),t)}const r=lt(t)
if(void 0!==r){const e=ft(await ut(r),t)
if(st(e))return e}!0===t.simd&&d("LORA_E_SIMD",ot)
const s=await(async()=>(await(import("./small.scalar-wasm.js"))).wasm())().catch(t=>d("LORA_E_SIMD",ot,t)),o=ft(await ut(s),t)
st(o)||d("LORA_E_MODULE","WebAssembly computes wrongly here")
return o}catch(r){return ht(r,t,e)}}function gt(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&d("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
!function(t){Reflect.defineProperty(F,C,{value:t,configurable:!0})}(t)
return t}async function _t(t){const e=nt(t)
if(void 0===X){K??=pt(e).then(t=>X??=t).finally(()=>K=void 0)
await K}return gt(X,e)}function yt(t){const e=nt(t)
X??=function(t){at()
let e
try{if(void 0!==t.module){e=ct(t.module)
return mt(dt(e),t)}const r=lt(t)
if(void 0!==r){const e=ft(dt(r),t)
if(st(e))return e}return d("LORA_E_SIMD",ot)}catch(r){return ht(r,t,e)}}(e)
return gt(X,e)}async function wt(t){return pt(nt(t))}var bt=class{k
c
e=0
constructor(t,e){this.k=t
this.c=void 0!==(r=e)?function(t,e,r,s,o){const i=T(r)
if(i instanceof s)return i
void 0===i&&void 0!==function(t){let e
const r=t?.[C]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&d("LORA_E_OPTION",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return b(t,"one of init or createEngine",r,o)}("engine",0,r,et,"LORA_E_OPTION"):x(X??d("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}I(t,...e){this.e=function(t,e,...r){const s=t.d[e](...r)
s===o.LORA_E_MEMORY&&d("LORA_E_MEMORY",`the arena is full: this needs ${t.d.lora_memory_wanted()} bytes in one piece, and ${t.H().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
s<0&&f(s,e)
t.r()
return s}(this.c,t,...e)
this.c.R?.register(this,this.e,this)}a(t,...e){const r=this.c.d[`lora_${t}`](this.e,...e)
return r<-1?f(r,t):r}i(){0===this.e&&f(o.LORA_E_HANDLE,"after free()")}w(){if(0!==this.e){this.c.R?.unregister(this)
this.a("free")
this.e=0}}q(){return{...this.l(),...0===this.e?{freed:!0}:this.s()}}l(){return{}}s(){return{}}},At=["A","B"],Ot=(t,e)=>R(t,e,1,16384,"LORA_E_SHAPE"),Et=class extends bt{constructor(t,e,r,s){super(t,e.engine)
this.x=e.engine
this.sa=r
this.t=r+s
const{dim:o}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===o?2:0)&&d("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const n=void 0===o?Ot("in",e.in):Ot("dim",o),a=void 0===o?Ot("out",e.out):n,h=R("rank",e.rank,1,64,"LORA_E_SHAPE"),u=v("alpha",e.alpha),l=R("batch",e.batch,1,1024),f=j("optimizer",e.optimizer,c),m=e.optimizer,p=R("seed",e.seed,0,2**32-1),g=I("sharedIO",e.sharedIO),_=void 0!==o
this.I("lora_create",n,a,h,u,void 0===e.learningRate?this.c.d.lora_default_rate(f,n):L("learningRate",e.learningRate),f,p,(_?1:0)+(g?2:0),r,s,l)
this.dim=n
this.in=n
this.out=a
this.rank=h
this.alpha=u
this.batch=l
this.seed=p
this.sharedIO=g
this.residual=_
this.optimizer=m
try{this.y(i,{})}catch(t){this.w()
throw t}}h(t){return t}o(t,e,...r){return this.a(t,this.h(e),...r)}l(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get J(){return this.a("option",0,0)}y(t,e){for(const[r,s,i]of function(t){const{learningRate:e}=N("options",t,{learningRate:void 0})
return void 0===e?[]:[["learningRate",0,L("learningRate",e)]]}(e)){const e=this.c.d.lora_set_option(this.e,t,s,i)
e===o.LORA_E_RANGE&&d("LORA_E_RANGE",`${r} is out of its range, got ${i}; see the types`)
e<0&&f(e,r)}}V(t){const e=this.h(t),[r,s]=At.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.g.subarray(0,s),t*s)}return o})
return{A:r,B:s}}W(t,e){const r=this.h(t),{A:s,B:o}=N("setWeights",e,{A:void 0,B:void 0})
A("setWeights: A (rank, in)",s,this.rank*this.in)
A("setWeights: B (rank, out)",o,this.rank*this.out)
const{d:i,g:n}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let a=0;a<this.rank;a++){n.set(e.subarray(a*o,(a+1)*o))
const h=t?i.lora_write_row(this.e,r,s,a):i.lora_check(o)
h<0&&f(h,"setWeights")}})}},vt=["sum","mean"],Rt={loss:void 0,delta:void 0,reduction:void 0},Lt=class extends Et{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
z=this.input
u=1
p(){this.i()
if(0===this.input.length){this.inputs=this.K("lora_input",this.in)
this.outputs=this.K("lora_output",this.out)
this.gradients=this.K("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}K(t,e){const r=this.c,s=r.d[t](this.e),o=r.d.lora_stride(e)*Float32Array.BYTES_PER_ELEMENT
return Object.freeze(Array.from({length:this.batch},(t,i)=>r.n(s+i*o,e)))}X(t,e,r){const s=this.h(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){A("forward: x",e,this.in)
void 0!==r&&A("forward: out",r,this.out)
o.g.set(e)
i=1}const n=o.d.lora_forward(this.e,s,1,i)
n<0&&this.j(n,"forward",s)
if(void 0!==e){this.p()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}C(t,e){const r=this.h(t),s=this.c
let o=0
if(void 0!==e){A("adapt: gradient",e,this.out)
s.g.set(e)
o=1}const i=s.d.lora_adapt(this.e,r,1,o)
i<0&&this.j(i,"adapt",r)}Y(t,e=this.batch,r){const s=this.h(t),o=this.c,i="number"==typeof e,n=i?R("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):O("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&A("forwardBatch: out",r,n*this.out)
i||o.g.set(e)
const a=o.d.lora_forward(this.e,s,n,i?0:1)
a<0&&this.j(a,"forwardBatch",s)
this.u=n
if(i&&void 0===r)return
const h=this.ta(n)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}ta(t){const e=this.c,r=e.d.lora_packed_output(this.e,t)>>>0,s=t*this.out
this.z.length===s&&this.z.byteOffset===r||(this.z=e.n(r,s))
return this.z}Z(t,e){const r=this.h(t),s=this.c
let o=this.u
if(void 0!==e){o=O("adaptBatch: G",e,this.out,this.batch)
s.g.set(e)}const i=s.d.lora_adapt(this.e,r,o,void 0===e?0:1)
i<0&&this.j(i,"adaptBatch",r)}m(t,e,r,s,o){const i=this.h(t),n=this.c
let h=0,c=1,u=0
if(void 0!==o){k("learn",o,Rt)
const t=o
void 0!==t.loss&&(h=j("loss",t.loss,a))
void 0!==t.reduction&&(u=S("reduction",t.reduction,vt))
void 0!==t.delta&&(c=function(t,e){const r=v(t,e)
r>0||d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}("delta",t.delta))
1===u&&2===h&&d("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}A("learn: x",e,s*this.in)
A("learn: target",r,s*this.out)
n.g.set(e)
n.g.set(r,e.length)
const l=n.d.lora_learn(this.e,i,s,h,c,u)
l<-1&&this.j(l,"learn",i)
this.u=s
return l}_(t,e,r,s){const o=O("learnBatch: X",e,this.in,this.batch)
return this.m(t,e,r,o,s)}$(t,e){const r=this.h(t),{c:s,e:o}=this,i=s.d.lora_adapt_with_reward(o,r,v("reward",e))
i<0&&this.j(i,"adaptWithReward",r)}j(t,e,r){if(t===o.LORA_E_NONFINITE){const t=this.a("delta_norm",r)
t>1e9&&d("LORA_E_NONFINITE",`${e}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate keeps it from growing`)}f(t,e)}},St=x
function jt(t){const e=St(t)
e.p()
return e}var It=class extends z{constructor(t){super(t)
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
P(this)}get input(){return jt(this).input}get output(){return jt(this).output}get gradient(){return jt(this).gradient}get inputs(){return jt(this).inputs}get outputs(){return jt(this).outputs}get gradients(){return jt(this).gradients}get paramCount(){return St(this).a("param_count")}get learningRate(){return St(this).J}set learningRate(t){const e=L("learningRate",t)
St(this).y(i,{learningRate:e})}},$t="MicroLoRA",kt=x,Nt=class extends Lt{s(){return{learningRate:this.J,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},Mt=class extends It{constructor(t){const e=N($t,t,h)
super(new Nt($t,e,1,0))}forward(t,e){return kt(this).X(0,t,e)}adapt(t){kt(this).C(0,t)}forwardBatch(t,e){return kt(this).Y(0,t,e)}adaptBatch(t){kt(this).Z(0,t)}learn(t,e,r){return kt(this).m(0,t,e,1,r)}learnBatch(t,e,r){return kt(this)._(0,t,e,r)}adaptWithReward(t){kt(this).$(0,t)}get deltaNorm(){return kt(this).a("delta_norm",0)}get adaptCount(){return kt(this).a("adapt_count",0)}get forwardCount(){return kt(this).a("forward_count",0)}getWeights(){return kt(this).V(0)}setWeights(t){
kt(this).W(0,t)}reset(){kt(this).a("reset",i)}},MicroLoRA=class extends Mt{static k=V("MicroLoRA",this)},Ct=t=>Object.freeze(t.split(" ")),Ft=/* @__PURE__ */Ct("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),Tt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */Ct("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */Ct("Join NestedLoopJoin HashJoin MergeJoin"),
aggregation:/* @__PURE__ */Ct("Aggregate GroupBy"),shaping:/* @__PURE__ */Ct("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */Ct("VectorDistance Rerank")}),Bt="ScopedLoRA",Pt=x,xt={...h,scopes:void 0,categories:void 0,categoryFallback:!0},Wt=class extends Lt{constructor(t){const e=N(Bt,t,xt),r=void 0===e.scopes?Ft:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||b("scopes","an array of names",t)
R("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&d("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?Tt:{})
const o=function(t,e){$(t)&&Object.values(t).every(Array.isArray)||b("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&d("LORA_E_SCOPE",`categories: there is no scope ${p(t)}${_(t,[...e.keys()])}`)
r.has(s)&&d("LORA_E_OPTION",`categories: ${m(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),i=I("categoryFallback",e.categoryFallback)
super(Bt,e,r.length,o.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.Ba=s
this.categoryFallback=i
o.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.ra(i)}l(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.l(),scopes:t,categories:e,categoryFallback:r}}s(){return{learningRate:this.J,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}ra(t){this.a("set_category_fallback",Number(I("categoryFallback",t)))
this.categoryFallback=t}h(t){return"string"==typeof t?this.Ba.get(t)??d("LORA_E_SCOPE",`there is no scope ${m(t)}${_(t,this.scopes)}`):R("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},zt=class extends It{constructor(t){super(new Wt(t))}get scopes(){return Pt(this).scopes}get categories(){return Pt(this).categories}scopeName(t){const e=Pt(this)
e.i()
return e.scopes[e.h(t)]}forward(t,e,r){return Pt(this).X(t,e,r)}adapt(t,e){Pt(this).C(t,e)}forwardBatch(t,e,r){return Pt(this).Y(t,e,r)}adaptBatch(t,e){Pt(this).Z(t,e)}learn(t,e,r,s){return Pt(this).m(t,e,r,1,s)}learnBatch(t,e,r,s){return Pt(this)._(t,e,r,s)}adaptWithReward(t,e){Pt(this).$(t,e)}deltaNorm(t){return Pt(this).o("delta_norm",t)}adaptCount(t){return Pt(this).o("adapt_count",t)}forwardCount(t){return Pt(this).o("forward_count",t)}get totalAdaptCount(){
return Pt(this).a("total_adapt_count")}get totalForwardCount(){return Pt(this).a("total_forward_count")}get categoryFallback(){return Pt(this).categoryFallback}set categoryFallback(t){Pt(this).ra(t)}getWeights(t){return Pt(this).V(t)}setWeights(t,e){Pt(this).W(t,e)}reset(t){const e=Pt(this)
e.a("reset",void 0===t?i:e.h(t))}},ScopedLoRA=class extends zt{static k=V("ScopedLoRA",this)},Dt="TrajectoryBuffer",Ht=x,Ut=2**32-1,Jt={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function qt(t,e){const r=v(t,e)
r<=0&&d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var Gt=/* @__PURE__ */new Map([["operator",0],["attention",1]]),Yt=class extends bt{constructor(t){const e=N(Dt,t,Jt)
super(Dt,e.engine)
this.capacity=R("capacity",e.capacity,1,Ut)
this.dim=R("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=R("operators",e.operators,1,256)
this.I("lora_trajectory_create",this.capacity,this.dim,this.operators)}l(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}s(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends z{static k=V(Dt,this)
constructor(t){const e=new Yt(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
P(this)}record(t,e,r,s,o){const i=Ht(this)
A("embedding",t,i.dim)
R("operator",e,0,i.operators-1)
R("attention",r,0,255)
qt("executionMs",s)
qt("baselineMs",o)
const{d:n,g:a}=i.c
a.set(t)
const h=n.lora_trajectory_record(i.e,e,r,s,o)
h<0&&f(h,"record")}get length(){return Ht(this).a("trajectory_length")}get totalCount(){return Ht(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Ht(this).a("trajectory_success_rate")}get bestImprovement(){return Ht(this).a("trajectory_best_improvement")}get meanImprovement(){return Ht(this).a("trajectory_mean_improvement")}get variance(){return Ht(this).a("trajectory_variance")}get bestAttention(){return Ht(this).a("trajectory_best_attention")}
highQualityCount(t){return Ht(this).a("trajectory_high_quality_count",v("threshold",t))}countByOperator(t){const e=Ht(this)
R("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Ht(this)
R("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.g.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&b("filter: keep","a function",t)
return[...this].filter(t)}top(t){R("top: count",t,0,Ut)
const e=Array.from({length:this.length},(t,e)=>({improvement:Ht(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=j("statistics: by",t,Gt),r=(t,r)=>Ht(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){R("sample: count",t,0,Ut)
const r=N("sample",e,{by:"uniform",seed:1}),s=1===S("sample: by",r.by,["uniform","improvement"]),o=R("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&d("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Ht(this).a("trajectory_draw",Number(s),o,e)))}reset(){Ht(this).a("trajectory_reset")}}
function Vt(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||d("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const o=Float32Array.from(s)
A(t,o,r)
return o}var Xt=class{constructor(t,e){this.k=t
this.f=e}q(){return x(this.f).q()}w(){this.f.free()}},Kt=class extends Xt{#e
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
void 0===t?this.#i=[]:this.#i[t]=0}},Zt=/* @__PURE__ */Ct("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Qt=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),te=x,WasmMicroLoRA=class extends z{constructor(t,e,r){const s=new MicroLoRA(Qt(t,e,r))
super(new Kt("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return te(this).inputAddress}get_output_ptr(){return te(this).outputAddress}forward(){te(this).forward(0)}forward_array(t){return te(this).forwardArray(0,t)}adapt(){te(this).prepare(0)
te(this).f.adapt()}adapt_array(t){const e=Vt("adapt_array: gradient",t,te(this).f.dim)
te(this).prepare(0)
te(this).f.adapt(e)}adapt_with_reward(t){te(this).prepare(0)
te(this).f.adaptWithReward(t)}delta_norm(){return te(this).f.deltaNorm}adapt_count(){return BigInt(te(this).f.adaptCount)}forward_count(){return BigInt(te(this).f.forwardCount-te(this).hidden(0))}param_count(){return te(this).f.paramCount}dim(){return te(this).f.dim}reset(){te(this).f.reset()
te(this).reset()}},ee=x,WasmScopedLoRA=class extends z{constructor(t,e,r){const s=new ScopedLoRA(Qt(t,e,r))
super(new Kt("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?Ft[t]:void 0)??d("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return ee(this).inputAddress}get_output_ptr(){return ee(this).outputAddress}forward(t){ee(this).forward(t)}forward_array(t,e){return ee(this).forwardArray(t,e)}adapt(t){ee(this).prepare(t)
ee(this).f.adapt(t)}adapt_array(t,e){const r=Vt("adapt_array: gradient",e,ee(this).f.dim)
ee(this).prepare(t)
ee(this).f.adapt(t,r)}adapt_with_reward(t,e){ee(this).prepare(t)
ee(this).f.adaptWithReward(t,e)}delta_norm(t){return ee(this).f.deltaNorm(t)}adapt_count(t){return BigInt(ee(this).f.adaptCount(t))}forward_count(t){return BigInt(ee(this).f.forwardCount(t)-ee(this).hidden(t))}total_adapt_count(){return BigInt(ee(this).f.totalAdaptCount)}total_forward_count(){return BigInt(ee(this).f.totalForwardCount-ee(this).hiddenInAll)}set_category_fallback(t){ee(this).f.categoryFallback=t
ee(this).forget()}reset_scope(t){ee(this).f.reset(t)
ee(this).reset(t)}reset_all(){ee(this).f.reset()
ee(this).reset()}},re=t=>x(t).f,WasmTrajectoryBuffer=class extends z{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Xt("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=Vt("record: embedding",t,re(this).dim)
re(this).record(i,e,r,s,o)}success_rate(){return re(this).successRate}best_improvement(){return re(this).bestImprovement}mean_improvement(){return re(this).meanImprovement}variance(){return re(this).variance}best_attention(){return re(this).bestAttention}high_quality_count(t){return re(this).highQualityCount(t)}count_by_operator(t){return re(this).countByOperator(t)}len(){return re(this).length}total_count(){return BigInt(re(this).totalCount)}is_empty(){return re(this).isEmpty}reset(){
re(this).reset()}}
export{Zt as COMPAT_SCOPES,Tt as DEFAULT_CATEGORIES,Ft as DEFAULT_SCOPES,LoraError,MicroLoRA,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,wt as createEngine,_t as default,yt as initSync}

